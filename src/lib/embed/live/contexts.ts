const CHANNEL = 'salient-live';

/**
 * Of all maps of a page one has the graphics. Frames of one origin tell each other; an article with our script sees to
 * it itself; and in a sandbox, where a frame knows of no other, a map gives them up when it is scrolled away.
 *
 * @param rest give the graphics up
 * @param wake take them: the map was never seen, and now it is
 * @returns what a map calls before it takes them
 */
export function oneAtATime(box: Element, rest: () => void, wake: () => void): () => void {
  if (self.origin === 'null') {
    // A frame may be told that it is not seen before its page has said where it stands, so a map that was never seen
    // only waits.
    let wasSeen = false;
    let isWaiting = false;
    new IntersectionObserver((reports) => {
      const isSeen = reports.at(-1)?.isIntersecting ?? false;
      if (!isSeen) rest();
      else if (isWaiting) wake();
      isWaiting = !isSeen && !wasSeen;
      wasSeen ||= isSeen;
    }).observe(box);
    return () => undefined;
  }
  let since = 0;
  const channel = opened();
  channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    // Another window of the reader's is none of this page's business while this one is not seen.
    if (typeof data === 'number' && data >= since && !document.hidden) rest();
  });
  return () => {
    since = performance.timeOrigin + performance.now();
    channel?.postMessage(since);
  };
}

/** Where a browser keeps frames of other sites from each other, there may be none. */
function opened(): BroadcastChannel | undefined {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return undefined;
  }
}
