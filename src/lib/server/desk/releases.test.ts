import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Releases } from './releases.ts';

describe('the releases', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const heldUntil = (due: number) => {
    const asked: number[] = [];
    const store = {
      releaseDue: async () => void asked.push(Date.now()),
      nextRelease: async () => (due > Date.now() ? due - Date.now() : undefined),
    };
    return { asked, store };
  };

  it('ask at the start, at the next instant that is due, and every minute', async () => {
    vi.setSystemTime(0);
    const { asked, store } = heldUntil(90_000);
    const releases = new Releases(store as never).start();
    await vi.advanceTimersByTimeAsync(150_000);
    expect(asked).toEqual([0, 60_000, 90_000, 150_000]);
    await releases.end();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(asked).toHaveLength(4);
  });

  it('go on after a turn that failed', async () => {
    vi.setSystemTime(0);
    const failures: unknown[] = [];
    let turns = 0;
    const store = {
      releaseDue: async () => {
        turns += 1;
        if (turns === 1) throw new Error('busy');
      },
      nextRelease: async () => undefined,
    };
    const releases = new Releases(store as never, (error) => failures.push(error)).start();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([turns, failures.length]).toEqual([2, 1]);
    await releases.end();
  });
});
