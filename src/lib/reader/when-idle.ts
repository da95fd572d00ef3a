/** However busy a page is, nothing waits longer. */
const LONGEST_MS = 1000;
/** Where a browser does not tell when it is idle. */
const SOON_MS = 50;

/**
 * Run something when the page has nothing else to do.
 *
 * @returns what keeps it from running
 */
export function whenIdle(run: () => void): () => void {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(run, SOON_MS);
    return () => clearTimeout(timer);
  }
  const asked = requestIdleCallback(run, { timeout: LONGEST_MS });
  return () => cancelIdleCallback(asked);
}
