/**
 * An answer that tells line by line how far it is. Whoever closes the page stops the work; what goes wrong on our side
 * is told as `failed`.
 */
export function toldLines<Line>(
  work: (say: (line: Line) => void, signal: AbortSignal) => Promise<Line>,
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const lines = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    async start(out) {
      const say = (line: Line | { failed: true }): void => {
        if (!stop.signal.aborted) out.enqueue(lines.encode(`${JSON.stringify(line)}\n`));
      };
      try {
        say(await work(say, stop.signal));
      } catch (error) {
        if (stop.signal.aborted) return;
        console.error(error);
        say({ failed: true });
      }
      if (!stop.signal.aborted) out.close();
    },
    cancel: () => stop.abort(),
  });
}
