import { seeded } from '../../../tests/bench/measure.ts';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** Seeded choices. The same seed and the same questions give the same answers on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** True so many times out of a hundred. */
  percent(chance: number): boolean;
  /** A whole number from `least` to `most`, both included. */
  whole(least: number, most: number): number;
  /** One of a list that is not empty, each as likely. */
  one<T>(of: readonly T[]): T;
  /** One of the keys, each as likely as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** One of a list, the first most often, the n-th 1/n as often: a few hot spots and a long tail. */
  steep<T>(of: readonly T[]): T;
  /** The list in another order. */
  shuffled<T>(list: readonly T[]): T[];
  /** An id with ten characters after its prefix, given out by no call before, and by nobody whose ids are `taken`. */
  id(prefix: 'e' | 'r', taken: Set<string>): string;
}

export function randomFrom(seed: number): Random {
  const next = seeded(seed);
  const at = <T>(list: readonly T[], index: number): T => {
    if (list.length === 0) throw new RangeError('nothing to choose from');
    return list[Math.min(list.length - 1, Math.floor(index))] as T;
  };
  const whole = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    next,
    percent: (chance) => next() * 100 < chance,
    whole,
    one: (of) => at(of, next() * of.length),
    weighted: <K extends string>(weights: Readonly<Record<K, number>>): K => {
      const entries = Object.entries(weights) as [K, number][];
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
      const found = entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1);
      return (found as [K, number])[0];
    },
    // The n-th of a harmonic series is reached after about ln n of ln N.
    steep: (of) => at(of, (of.length + 1) ** next() - 1),
    shuffled: (list) => {
      const result = [...list];
      for (let i = result.length - 1; i > 0; i -= 1) {
        const j = whole(0, i);
        [result[i], result[j]] = [at(result, j), at(result, i)];
      }
      return result;
    },
    id: (prefix, taken) => {
      for (;;) {
        const id = `${prefix}-${Array.from({ length: 10 }, () => ALPHABET[whole(0, 31)]).join('')}`;
        if (taken.has(id)) continue;
        taken.add(id);
        return id;
      }
    },
  };
}
