/** A page that nobody sees paints no frames, and its words must still come. */
const LONGEST_MS = 100;

/** Run something once the next frame has been painted. */
export function afterFrame(run: () => void): void {
  let ran = false;
  const once = (): void => {
    if (ran) return;
    ran = true;
    run();
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST_MS);
}
