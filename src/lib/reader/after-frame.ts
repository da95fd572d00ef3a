/** A page that nobody sees paints no frames, a map may be slow, and words must still come. */
const LONGEST_MS = 250;

/**
 * Run something once the next frame has been painted.
 *
 * @param drawn resolves in the frame that is meant, where that is not the next one
 */
export function afterFrame(run: () => void, drawn?: Promise<void>): void {
  let ran = false;
  const once = (): void => {
    if (ran) return;
    ran = true;
    run();
  };
  // From within a frame, a timer runs when it is painted.
  const painted = (): unknown => setTimeout(once);
  if (drawn) void drawn.then(painted);
  else requestAnimationFrame(painted);
  setTimeout(once, LONGEST_MS);
}
