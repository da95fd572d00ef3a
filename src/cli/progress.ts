/** Milliseconds after which something is said again. */
const EVERY = 1000;

/** Says how far something has come, once a second; what is done sooner says nothing. */
export function progress(say: (line: string) => void = console.error): (done: string) => void {
  let last = Date.now();
  return (done) => {
    const now = Date.now();
    if (now - last < EVERY) return;
    last = now;
    say(done);
  };
}
