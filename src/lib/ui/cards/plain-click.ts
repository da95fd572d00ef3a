/** A click that means "here": not one that opens a tab, a window or a download, which stays the link's own. */
export const isPlain = (e: MouseEvent): boolean =>
  e.button === 0 && !e.metaKey && !e.ctrlKey && !e.shiftKey && !e.altKey && !e.defaultPrevented;
