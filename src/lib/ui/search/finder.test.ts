import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Finder, PAUSE_MS, SLOW_MS, type Finding } from './finder.ts';
import type { Found } from './found.ts';

/** An answer that says what it answers, by the name of its only place. */
const answerTo = (query: string): Found => ({
  edition: 1,
  places: [{ id: query, name: query, about: '', also: undefined, point: [0, 0], kind: 'town' }],
  events: [],
  reports: [],
  more: false,
});

/** A finder in a world whose clock and network the test moves. */
function bench() {
  let now = 0;
  let online = true;
  let timers: { at: number; run: () => void }[] = [];
  const sent: {
    query: string;
    signal: AbortSignal;
    answer: (found: Found) => void;
    fail: () => void;
  }[] = [];
  const shown: Finding[] = [];
  const finder = new Finder({
    find: (query, signal) =>
      new Promise((resolve, reject) => {
        sent.push({ query, signal, answer: resolve, fail: () => reject(new TypeError('no connection')) });
      }),
    after: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((t) => t !== timer));
    },
    isOnline: () => online,
    changed: (finding) => void shown.push(finding),
  });
  return {
    finder,
    sent,
    shown,
    pass(ms: number) {
      now += ms;
      const due = timers.filter((t) => t.at <= now);
      timers = timers.filter((t) => t.at > now);
      for (const timer of due) timer.run();
    },
    get last() {
      return shown.at(-1);
    },
    goOffline: () => (online = false),
    goOnline: () => (online = true),
    settle: () => new Promise<void>((resolve) => void setImmediate(resolve)),
    request(i: number) {
      const request = sent[i];
      if (!request) throw new Error(`request ${i} was not sent`);
      return request;
    },
  };
}

describe('a search as one types', () => {
  it('asks once, after a pause, for what stands in the field then', async () => {
    const b = bench();
    for (const text of ['k', 'ku', 'kur']) {
      b.finder.ask(text);
      b.pass(PAUSE_MS - 1);
    }
    expect(b.sent).toEqual([]);
    b.pass(1);
    expect(b.sent.map((r) => r.query)).toEqual(['kur']);
    b.request(0).answer(answerTo('kur'));
    await b.settle();
    expect(b.last).toEqual({ is: 'found', query: 'kur', found: answerTo('kur') });
  });

  it('ends the question that was overtaken, and never shows its late answer', async () => {
    const b = bench();
    b.finder.ask('dni');
    b.pass(PAUSE_MS);
    b.finder.ask('dnipro');
    expect(b.request(0).signal.aborted).toBe(true);
    b.pass(PAUSE_MS);
    b.request(1).answer(answerTo('dnipro'));
    await b.settle();
    b.request(0).answer(answerTo('dni'));
    await b.settle();
    expect(b.last).toMatchObject({ is: 'found', query: 'dnipro' });
  });

  it('shows only the answer to what was asked last, in whatever order answers and failures come', async () => {
    const step = fc.tuple(fc.constantFrom('answer', 'fail'), fc.nat(9));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('a', 'ab', 'abc', 'b', 'ba'), { minLength: 1, maxLength: 8 }),
        fc.array(step, { maxLength: 30 }),
        async (texts, steps) => {
          const b = bench();
          for (const text of texts) {
            b.finder.ask(text);
            b.pass(PAUSE_MS);
          }
          for (const [how, which] of steps) {
            const request = b.sent[which % b.sent.length];
            if (how === 'answer') request?.answer(answerTo(request.query));
            else request?.fail();
            await b.settle();
          }
          const last = texts.at(-1);
          const shown = b.last;
          expect(shown?.is === 'idle' ? undefined : shown?.query).toBe(last);
          if (shown?.is === 'found') expect(shown.found).toEqual(answerTo(shown.query));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps what was found in sight until the next answer, and says only after a while that it waits', async () => {
    const b = bench();
    b.finder.ask('dni');
    b.pass(PAUSE_MS);
    b.request(0).answer(answerTo('dni'));
    await b.settle();
    b.finder.ask('dnip');
    expect(b.last).toEqual({ is: 'searching', query: 'dnip', slow: false, before: answerTo('dni') });
    b.pass(PAUSE_MS);
    b.pass(SLOW_MS - 1);
    expect(b.last).toMatchObject({ slow: false });
    b.pass(1);
    expect(b.last).toEqual({ is: 'searching', query: 'dnip', slow: true, before: answerTo('dni') });
    b.request(1).answer(answerTo('dnip'));
    await b.settle();
    b.pass(10_000);
    expect(b.last).toMatchObject({ is: 'found' });
  });

  it('has what it found before at hand when letters are taken back', async () => {
    const b = bench();
    b.finder.ask('dni');
    b.pass(PAUSE_MS);
    b.request(0).answer(answerTo('dni'));
    await b.settle();
    b.finder.ask('dnip');
    b.finder.ask('dni ');
    expect(b.last).toEqual({ is: 'found', query: 'dni', found: answerTo('dni') });
    b.pass(1000);
    expect(b.sent).toHaveLength(1);
  });

  it('says that it failed, or that there is no connection, and tries again at once', async () => {
    const b = bench();
    b.finder.ask('dni');
    b.pass(PAUSE_MS);
    b.request(0).fail();
    await b.settle();
    expect(b.last).toEqual({ is: 'failed', query: 'dni', offline: false });
    b.goOffline();
    b.finder.again();
    b.pass(0);
    b.request(1).fail();
    await b.settle();
    expect(b.last).toEqual({ is: 'failed', query: 'dni', offline: true });
    b.goOnline();
    b.finder.again();
    b.pass(0);
    b.request(2).answer(answerTo('dni'));
    await b.settle();
    expect(b.last).toMatchObject({ is: 'found', query: 'dni' });
  });

  it('takes an answer of another shape for a failure', async () => {
    for (const odd of [null, 'x', {}, { places: [], events: {} }]) {
      const b = bench();
      b.finder.ask('dni');
      b.pass(PAUSE_MS);
      b.request(0).answer(odd as unknown as Found);
      await b.settle();
      expect(b.last).toMatchObject({ is: 'failed' });
    }
  });

  it('forgets everything when the field is emptied', async () => {
    const b = bench();
    b.finder.ask('dni');
    b.pass(PAUSE_MS);
    b.finder.ask('  ');
    expect(b.request(0).signal.aborted).toBe(true);
    b.request(0).answer(answerTo('dni'));
    await b.settle();
    b.pass(10_000);
    expect(b.last).toEqual({ is: 'idle' });
    expect(b.sent).toHaveLength(1);
  });
});
