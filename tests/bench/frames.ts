/** What `watchFrames` gives to a page. */
export interface Frames {
  /** Resolves with the time at which the frame that is being made is painted, else the next one. */
  painted(): Promise<number>;
  /** Resolves when the page has asked for no frame for a while: nothing moves, fades or waits to be drawn. */
  quiet(): Promise<void>;
  /** Waits until all that canvases were told to draw so far is drawn, and gives the time. */
  finished(): number;
}

declare global {
  interface Window {
    readonly bench: Frames;
  }
}

/** Runs in a page before all of its own scripts, and sees through what frames they ask for. */
export function watchFrames(): void {
  const QUIET_MS = 150;
  const ask = requestAnimationFrame.bind(window);
  let inFrame = false;
  let asked = 0;
  window.requestAnimationFrame = (run) => {
    asked = performance.now();
    return ask((time) => {
      inFrame = true;
      try {
        run(time);
      } finally {
        inFrame = false;
      }
    });
  };
  // A message is received only when the frame in which it was sent has been painted.
  const afterwards = (): Promise<number> =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      port2.postMessage('');
    });
  const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
  const bench: Frames = {
    painted: () => (inFrame ? afterwards() : new Promise((done) => ask(() => void afterwards().then(done)))),
    async quiet() {
      for (let left = QUIET_MS; left > 0; left = asked + QUIET_MS - performance.now()) await wait(left);
      bench.finished();
    },
    finished() {
      // What draws without a graphics card may still be at work: a pixel is had only when all is drawn.
      for (const canvas of document.querySelectorAll('canvas')) {
        const gl = canvas.getContext('webgl2');
        gl?.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
      }
      return performance.now();
    },
  };
  Object.assign(window, { bench });
}
