import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, daysBetween, type Day } from '#lib/domain/time/day.ts';
import { nextSpeed, pace, Player, SPEEDS, type Clock, type Played, type Speed } from './player.ts';

/** A clock that a test turns: what is due is run in order, at the moment at which it is due. */
function clockwork(still = false): Clock & { turn(ms: number): void } {
  let now = 0;
  let waiting: { at: number; run: () => void }[] = [];
  return {
    now: () => now,
    still: () => still,
    after: (ms, run) => {
      const one = { at: now + ms, run };
      waiting.push(one);
      return () => {
        waiting = waiting.filter((w) => w !== one);
      };
    },
    turn: (ms) => {
      const end = now + ms;
      for (;;) {
        const next = waiting.filter((w) => w.at <= end + 1e-6).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        waiting = waiting.filter((w) => w !== next);
        now = Math.max(now, next.at);
        next.run();
      }
      now = end;
    },
  };
}

const FIRST = day('2024-11-01');
const LAST = day('2024-11-26');
const CHANGES = ['2024-11-04', '2024-11-15', '2024-11-16'].map(day);

function stage(at: string, more: { still?: boolean; show?: Played['show']; first?: Day } = {}) {
  const clock = clockwork(more.still);
  const shown: [Day, boolean][] = [];
  const state = { day: day(at) };
  const player = new Player(
    {
      where: () => ({ day: state.day, first: more.first ?? FIRST, last: LAST }),
      next: (changesOnly) =>
        changesOnly
          ? CHANGES.find((c) => c > state.day)
          : state.day < LAST
            ? addDays(state.day, 1)
            : undefined,
      show: (d, settled) => {
        state.day = d;
        shown.push([d, settled]);
        return more.show?.(d, settled);
      },
    },
    clock,
  );
  return { clock, player, shown, state };
}

describe('playing', () => {
  it('shows three days a second, every day once, up to the last, which is at rest', () => {
    const { clock, player, shown } = stage('2024-11-20');
    player.play();
    clock.turn(1000);
    expect(shown.map(([d]) => d)).toEqual(['2024-11-21', '2024-11-22', '2024-11-23']);
    clock.turn(5000);
    expect(shown.map(([d]) => d).slice(3)).toEqual(['2024-11-24', '2024-11-25', '2024-11-26']);
    expect(shown.map(([, settled]) => settled)).toEqual([false, false, false, false, false, true]);
    expect(player.playing).toBe(false);
  });

  it('starts over from the first day where it is asked at the last', () => {
    const { clock, player, shown } = stage(LAST);
    player.play();
    expect(shown).toEqual([[FIRST, false]]);
    clock.turn(60_000);
    expect(shown.map(([d]) => daysBetween(FIRST, d))).toEqual(Array.from({ length: 26 }, (_, i) => i));
  });

  it('stops where it stands and leaves that day at rest', () => {
    const { clock, player, shown, state } = stage('2024-11-20');
    player.play();
    clock.turn(700);
    player.pause();
    clock.turn(10_000);
    expect([state.day, shown.at(-1)]).toEqual(['2024-11-22', ['2024-11-22', true]]);
    player.pause();
    expect(shown).toHaveLength(3);
  });

  it('goes only to changes if asked, one a second, and then to the last day', () => {
    const { clock, player, shown } = stage(FIRST);
    player.setChangesOnly(true);
    player.play();
    clock.turn(1000);
    expect(shown).toEqual([['2024-11-04', false]]);
    clock.turn(9000);
    expect(shown.map(([d]) => d)).toEqual([...CHANGES, LAST]);
    expect(player.playing).toBe(false);
  });

  it('takes another speed at once', () => {
    const { clock, player, shown } = stage(FIRST);
    player.play();
    clock.turn(1000);
    player.setSpeed(4);
    clock.turn(1000);
    expect(shown).toHaveLength(3 + 12);
  });

  it('goes a day a second at most where the reader asked for less motion', () => {
    const { clock, player, shown } = stage(FIRST, { still: true });
    player.setSpeed(4);
    player.play();
    clock.turn(3000);
    expect(shown.map(([d]) => d)).toEqual(['2024-11-02', '2024-11-03', '2024-11-04']);
  });

  it('waits until a day is drawn, and does not go on after a pause in between', async () => {
    let drawn = (): void => {};
    const show = (): Promise<void> => new Promise((resolve) => (drawn = resolve));
    const { clock, player, shown } = stage(FIRST, { show });
    player.play();
    clock.turn(10_000);
    expect(shown).toHaveLength(1);
    drawn();
    await Promise.resolve();
    clock.turn(400);
    expect(shown).toHaveLength(2);
    player.pause();
    drawn();
    await Promise.resolve();
    clock.turn(10_000);
    expect(shown.map(([d]) => d)).toEqual(['2024-11-02', '2024-11-03', '2024-11-03']);
  });

  it('has nothing to play in a single day', () => {
    const { player, shown } = stage(LAST, { first: LAST });
    player.play();
    expect([player.playing, shown]).toEqual([false, []]);
  });

  it('skips no day and shows none twice, whatever is pressed meanwhile', () => {
    const press = fc.oneof(
      fc.record({ ms: fc.integer({ min: 0, max: 900 }) }),
      fc.record({ speed: fc.constantFrom(...SPEEDS) }),
      fc.constant('pause' as const),
      fc.constant('play' as const),
    );
    fc.assert(
      fc.property(fc.array(press, { maxLength: 40 }), (presses) => {
        const { clock, player, shown } = stage('2024-11-10');
        for (const p of presses) {
          if (p === 'pause') player.pause();
          else if (p === 'play') player.play();
          else if ('speed' in p) player.setSpeed(p.speed);
          else clock.turn(p.ms);
        }
        const moves = shown.filter(([d], i) => d !== (shown[i - 1]?.[0] ?? '2024-11-10')).map(([d]) => d);
        for (const [i, d] of moves.entries()) {
          const before = moves[i - 1] ?? day('2024-11-10');
          expect(d).toBe(before === LAST ? FIRST : addDays(before, 1));
        }
      }),
    );
  });
});

describe('the speed', () => {
  it('goes round', () => {
    const round: Speed[] = [1];
    for (let i = 0; i < 4; i += 1) round.push(nextSpeed(round.at(-1) ?? 1));
    expect(round).toEqual([1, 2, 4, 0.5, 1]);
  });

  it('is three days a second at one', () => {
    expect(pace(1, false, false) * 3).toBeCloseTo(1000);
    expect(pace(0.5, false, false)).toBeCloseTo(2000 / 3);
    expect(pace(0.5, true, true)).toBe(2000);
  });
});
