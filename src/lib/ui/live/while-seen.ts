import { browserPorts } from './browser-ports.ts';
import { Follow } from './follow.ts';

/**
 * Hear of new editions while the page is looked at and connected. A page that is hidden, offline or waits to be gone
 * back to holds nothing open; it catches up when it is looked at again.
 *
 * @returns what ends it
 */
export function whileSeen(heard: (edition: number) => void): () => void {
  const follow = new Follow(browserPorts, heard);
  const turn = (): void => {
    if (document.visibilityState === 'visible' && navigator.onLine) follow.start();
    else follow.stop();
  };
  const leave = (): void => follow.stop();
  const listeners = [
    [document, 'visibilitychange', turn],
    [window, 'online', turn],
    [window, 'offline', turn],
    [window, 'pagehide', leave],
    [window, 'pageshow', turn],
  ] as const;
  turn();
  for (const [target, type, listener] of listeners) target.addEventListener(type, listener);
  return () => {
    follow.stop();
    for (const [target, type, listener] of listeners) target.removeEventListener(type, listener);
  };
}
