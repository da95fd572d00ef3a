import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Live } from './live.ts';

/** A store whose newest edition is set by hand, and which counts how often it is asked. */
const aStore = () => {
  const store = {
    number: 2,
    asked: 0,
    broken: false,
    head: () => {
      store.asked += 1;
      return store.broken
        ? Promise.reject(new Error('busy'))
        : Promise.resolve({ number: store.number } as never);
    },
  };
  return store;
};

/** Somebody who reads all that comes. */
async function listen(live: Live, address = '192.0.2.1') {
  const stream = await live.open(address);
  if (!stream) throw new Error('there was no room');
  const reader = stream.getReader();
  const heard = { text: '', ended: false };
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      heard.text += new TextDecoder().decode(value);
    }
    heard.ended = true;
  };
  void read();
  await vi.advanceTimersByTimeAsync(0);
  return {
    heard,
    /** The numbers that it was told. */
    numbers: () => [...heard.text.matchAll(/^data: (\d+)$/gm)].map(([, n]) => Number(n)),
    leave: () => reader.cancel(),
  };
}

const ROOM = { all: 100, perAddress: 100 };

describe('readers who listen', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('are told the newest edition when they come and every one after it, and nothing else', async () => {
    const store = aStore();
    const live = new Live(store, ROOM);
    const one = await listen(live);
    store.number = 3;
    await vi.advanceTimersByTimeAsync(5000);
    const two = await listen(live);
    store.number = 4;
    await vi.advanceTimersByTimeAsync(5000);
    expect([one.numbers(), two.numbers()]).toEqual([
      [2, 3, 4],
      [3, 4],
    ]);
    await vi.advanceTimersByTimeAsync(120_000);
    // Numbers, when to come back, and empty lines that keep the stream open.
    expect(one.heard.text.replaceAll(/^(retry|id|data): \d+$|^event: edition$|^:$/gm, '').trim()).toBe('');
    expect(one.heard.text).toContain(':\n\n');
    live.end();
  });

  it('come back after a while that the server says, not all at once', async () => {
    const live = new Live(aStore(), ROOM);
    const many = await Promise.all(Array.from({ length: 40 }, () => listen(live)));
    const waits = many.map(({ heard }) => Number(/^retry: (\d+)$/m.exec(heard.text)?.[1]));
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(4000);
    expect(Math.max(...waits)).toBeLessThanOrEqual(16_000);
    expect(new Set(waits).size).toBeGreaterThan(20);
    live.end();
  });

  it('cost one question to the store however many they are, and none when they have gone', async () => {
    const store = aStore();
    const live = new Live(store, ROOM);
    const many = await Promise.all(Array.from({ length: 20 }, () => listen(live)));
    const before = store.asked;
    await vi.advanceTimersByTimeAsync(20_000);
    expect(store.asked - before).toBe(10);
    for (const one of many) await one.leave();
    expect(live.size).toBe(0);
    const gone = store.asked;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.asked).toBe(gone);
    // Who comes then is told again.
    const late = await listen(live);
    store.number = 9;
    await vi.advanceTimersByTimeAsync(3000);
    expect(late.numbers()).toEqual([2, 9]);
    live.end();
  });

  it('find no room beyond what is set, for all and for one address, until somebody goes', async () => {
    const live = new Live(aStore(), { all: 3, perAddress: 2 });
    const [first] = await Promise.all([listen(live, 'a'), listen(live, 'a')]);
    expect(await live.open('a')).toBeUndefined();
    await listen(live, 'b');
    expect(await live.open('c')).toBeUndefined();
    await first?.leave();
    expect(live.size).toBe(2);
    await listen(live, 'c');
    expect(live.size).toBe(3);
    live.end();
  });

  it('keep no room where the store did not answer, and hear on when it answers again', async () => {
    const store = aStore();
    const failures: unknown[] = [];
    const live = new Live(store, { all: 1, perAddress: 1 }, (error) => failures.push(error));
    store.broken = true;
    await expect(live.open('a')).rejects.toThrow('busy');
    store.broken = false;
    const one = await listen(live, 'a');
    store.broken = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(failures).toHaveLength(1);
    store.broken = false;
    store.number = 5;
    await vi.advanceTimersByTimeAsync(3000);
    expect(one.numbers()).toEqual([2, 5]);
    live.end();
  });

  it('who do not read are let go, and the others stay', async () => {
    const store = aStore();
    const live = new Live(store, ROOM);
    await live.open('stuck');
    const one = await listen(live);
    expect(live.size).toBe(2);
    for (let n = 3; n < 60; n += 1) {
      store.number = n;
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(live.size).toBe(1);
    expect(one.numbers().at(-1)).toBe(59);
    live.end();
  });

  it('are let go when the process ends, and nobody is let in any more', async () => {
    const live = new Live(aStore(), ROOM);
    const one = await listen(live);
    live.end();
    await vi.advanceTimersByTimeAsync(0);
    expect(one.heard.ended).toBe(true);
    expect([await live.open('b'), live.size, vi.getTimerCount()]).toEqual([undefined, 0, 0]);
  });
});
