/** Lets others in the same process be answered, and a signal be heard; rejects where it says to stop. */
export async function pause(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  await new Promise<void>((done) => setTimeout(done, 0));
}
