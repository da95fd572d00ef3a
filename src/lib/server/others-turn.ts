/** Lets others in the same process be answered, and a signal be heard, between two parts of long work. */
export const othersTurn = (): Promise<void> => new Promise((done) => setImmediate(done));
