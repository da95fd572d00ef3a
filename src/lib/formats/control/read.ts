import { intersection } from '../../domain/control/clip.ts';
import { CannotSettle } from '../../domain/control/net.ts';
import { repaired } from '../../domain/control/repair.ts';
import type { Basis, Holder } from '../../domain/control/statement.ts';
import { wholeGround, type Whole } from '../../domain/control/whole.ts';
import type { Rings } from '../../domain/geometry/rings.ts';
import { ok, refused, type Result } from '../../domain/result.ts';
import type { Day } from '../../domain/time/day.ts';
import type { DayFrom } from './dating.ts';
import { featuresOf, type Document, type Taken } from './document.ts';
import {
  isByLines,
  linesOf,
  looksByLines,
  parseJson,
  Unreadable,
  wholeText,
  type ControlFile,
} from './input.ts';
import {
  goTogether,
  ledgersOf,
  NOT_TOGETHER,
  picker,
  type LedgerName,
  type Mapping,
  type Pick,
} from './mapping.ts';
import { isEqual, pack, type Packed } from './pack.ts';
import { pause } from './pause.ts';
import type { ImportReport, Mended, Where } from './report.ts';
import { Tally } from './tally.ts';
import { featuresOfXml, looksLikeXml } from './xml-features.ts';

export interface ControlOptions {
  /** No day after it is taken. */
  readonly today: Day;
  /** Whose ground it is; with a mapping, what stands where a rule leaves its holder or basis out. */
  readonly ledger?: Partial<LedgerName>;
  readonly mapping?: Mapping;
  readonly dayFrom?: DayFrom;
  /** Land to which the ground is cut, filled even-odd. */
  readonly clip?: Rings;
  /** Bytes read, of how many where that is known, and the file that is being read. */
  readonly onProgress?: (done: number, total: number | undefined, name: string) => void;
  readonly signal?: AbortSignal;
  /** The longest GeoJSON document, and the longest line of NDJSON, in bytes. */
  readonly longest?: number;
}

/** The ground of one holder and basis on a day, whole, in place of whatever stood before. */
export interface ControlDay {
  readonly day: Day;
  /** Filled even-odd, on the grid of a millionth of a degree, without a crossing. Empty where nothing is held. */
  readonly rings: Rings;
  /** The first feature that it comes from, and how many there are. */
  readonly source: Where;
  readonly features: number;
  /** Whether anything had to be mended. */
  readonly repaired: boolean;
  readonly clipped: boolean;
  /** Whether it is edge for edge the day before that was read. */
  readonly same: boolean;
}

export interface ControlLedger {
  readonly holder: Holder;
  readonly basis: Basis;
  readonly length: number;
  /** In order of days; each state is unpacked as it is asked for. */
  days(): Iterable<ControlDay>;
}

export interface ControlRead {
  readonly ledgers: readonly ControlLedger[];
  readonly report: ImportReport;
}

/** Limit on what is parsed at once: Node makes no text longer than some 500 MB, and its values take several times that. */
export const LONGEST = 200_000_000;

/**
 * Read the ground that files of GeoJSON, NDJSON, KML or GPX show, day by day. What cannot be read is told in the report and the
 * rest goes in; only a mapping that cannot be used is a problem of the whole. Rejects when `signal` says so.
 */
export async function readControl(
  files: Iterable<ControlFile>,
  options: ControlOptions,
): Promise<Result<ControlRead>> {
  const pick = pickOf(options);
  if (!pick.ok) return pick;
  const all = [...files];
  const sizes = all.map((f) => f.size);
  const total = sizes.every((s) => s !== undefined) ? sizes.reduce((sum, s) => sum + s, 0) : undefined;
  const tally = new Tally();
  const reader = new Reader(tally, options, pick.value);
  let done = 0;
  for (const file of all) {
    options.signal?.throwIfAborted();
    tally.files += 1;
    options.onProgress?.(done, total, file.name);
    await reader.file(file, (count) => {
      done += count;
      options.onProgress?.(done, total, file.name);
    });
  }
  return ok(tally.done());
}

type Picks = (properties: Readonly<Record<string, unknown>>) => Pick;

function pickOf({ mapping, ledger }: ControlOptions): Result<Picks> {
  if (mapping) return picker(mapping, ledger ?? {});
  const { holder, basis } = ledger ?? {};
  if (!holder || !basis) return refused('', 'needs a holder and a basis, or a mapping that gives them');
  if (!goTogether({ holder, basis })) return refused('', NOT_TOGETHER);
  return ok(() => ({ holder, basis }));
}

class Reader {
  readonly #tally: Tally;
  readonly #options: ControlOptions;
  readonly #pick: Picks;
  /** What was read last of each ledger, since days repeat, and what came of it. */
  readonly #last = new Map<string, { shape: string; given: Packed; ready: Ready }>();

  constructor(tally: Tally, options: ControlOptions, pick: Picks) {
    this.#tally = tally;
    this.#options = options;
    this.#pick = pick;
  }

  async file(file: ControlFile, onBytes: (count: number) => void): Promise<void> {
    const { signal, longest = LONGEST } = this.#options;
    try {
      if (/\.xz$/i.test(file.name)) throw new Unreadable({ code: 'packed', how: 'xz' });
      if (!isByLines(file.name)) {
        const text = await wholeText(file, longest, onBytes, signal);
        const json = looksLikeXml(text)
          ? { value: await featuresOfXml(text, () => pause(signal)) }
          : parseJson(text);
        if ('value' in json) this.#document({ json: json.value, where: { file: file.name }, many: false });
        else if (!looksByLines(text)) throw new Unreadable(json.fault);
        else for (const [i, line] of text.split('\n').entries()) this.#line(file.name, i + 1, line);
        return;
      }
      let lines = 0;
      for await (const { number, text } of linesOf(file, longest, onBytes, signal)) {
        lines += 1;
        if (text !== undefined) this.#line(file.name, number, text);
        else {
          const fault = { code: 'line-too-long', megabytes: Math.round(longest / 1e6) } as const;
          this.#tally.refuse({ where: { file: file.name, line: number }, fault });
        }
      }
      if (lines === 0) throw new Unreadable({ code: 'empty-file' });
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#tally.refuse({ where: { file: file.name }, fault: error.fault });
    }
  }

  #line(file: string, line: number, text: string): void {
    if (text.trim() === '') return;
    this.#options.signal?.throwIfAborted();
    const json = parseJson(text);
    const where = { file, line };
    if ('value' in json) this.#document({ json: json.value, where, many: true });
    // Each line is a text of its own: its fault lies in that line of the file.
    else {
      const fault = json.fault.code === 'not-json' ? { ...json.fault, line } : json.fault;
      this.#tally.refuse({ where, fault });
    }
  }

  #document(document: Document): void {
    const { mapping, ledger, dayFrom = { from: 'auto' }, today } = this.#options;
    const found = featuresOf(
      document,
      { pick: this.#pick, dayFrom, today, mapped: mapping !== undefined },
      this.#tally,
    );
    if (!found) return;
    const groups = Map.groupBy(found.taken, (t) => `${t.day} ${t.ledger.holder}-${t.ledger.basis}`);
    for (const group of groups.values()) this.#day(group);
    // A snapshot that is whole shows all ground of all its ledgers: what it does not show is none.
    if (!mapping || !found.whole) return;
    for (const day of new Set(found.taken.map((t) => t.day))) {
      for (const name of ledgersOf(mapping, ledger ?? {})) {
        if (groups.has(`${day} ${name.holder}-${name.basis}`)) continue;
        const nothing = {
          ground: new Int32Array(0),
          features: 0,
          mended: false,
          clipped: false,
          implied: true,
        };
        this.#tally.keep(name, day, { ...nothing, where: document.where });
      }
    }
  }

  /** Keep what the features of one document say of one ledger on one day. */
  #day(taken: readonly Taken[]): void {
    const [first] = taken as [Taken];
    const { day, ledger, where } = first;
    const ready = this.#ready(taken);
    if (ready === 'not-mended' || ready === 'no-area' || ready === 'outside-clip') {
      this.#tally.refuse({ where, day, fault: { code: ready } });
      return;
    }
    for (const [i, mended] of ready.mended.entries()) {
      const one = taken[i] as Taken;
      if (typeof mended === 'string') this.#tally.refuse({ where: one.where, day, fault: { code: mended } });
      else if (mended.length > 0) this.#tally.repair(one.where, day, mended);
    }
    this.#tally.keep(ledger, day, {
      ground: ready.ground,
      where,
      features: taken.length,
      mended: ready.mended.some((m) => typeof m !== 'string' && m.length > 0),
      clipped: ready.clipped,
      implied: false,
    });
  }

  #ready(taken: readonly Taken[]): Ready {
    const [{ ledger }] = taken as [Taken];
    const key = `${ledger.holder}-${ledger.basis}`;
    const polygons = taken.map((t) => t.ground.polygons);
    const shape = polygons.map((one) => one.map((rings) => rings.length).join()).join(' ');
    const given = pack(polygons.flat(2));
    const last = this.#last.get(key);
    if (last && last.shape === shape && isEqual(last.given, given)) return last.ready;
    const ready = groundOf(taken, this.#options.clip);
    this.#last.set(key, { shape, given, ready });
    return ready;
  }
}

type Ready =
  | {
      readonly ground: Packed;
      /** What was mended, by feature; or why it is left out. */
      readonly mended: readonly (readonly Mended[] | 'no-area' | 'not-mended')[];
      readonly clipped: boolean;
    }
  | 'not-mended'
  | 'no-area'
  | 'outside-clip';

/** The ground of features together, mended and cut. One that cannot be mended leaves the others. */
function groundOf(taken: readonly Taken[], clip: Rings | undefined): Ready {
  const alone = unlessUnsettled(() => wholeOf(taken));
  const torn = alone ? [] : taken.filter((t) => !unlessUnsettled(() => wholeOf([t])));
  const good = taken.filter((t) => !torn.includes(t));
  const whole = alone ?? (torn.length > 0 ? unlessUnsettled(() => wholeOf(good)) : undefined);
  if (!whole || good.length === 0) return 'not-mended';
  if (whole.rings.length === 0) return 'no-area';
  const cut = clip === undefined ? whole.rings : unlessUnsettled(() => cutTo(whole.rings, clip));
  if (!cut) return 'not-mended';
  if (cut.length === 0) return 'outside-clip';
  const lost = new Set(whole.lost);
  let at = 0;
  const mended = taken.map((t): readonly Mended[] | 'no-area' | 'not-mended' => {
    if (torn.includes(t)) return 'not-mended';
    const numbers = t.ground.polygons.map(() => at++);
    if (numbers.every((n) => lost.has(n))) return 'no-area';
    return [
      ...(t.ground.opened ? (['open-ring'] as const) : []),
      ...(numbers.some((n) => lost.has(n)) ? (['lost-part'] as const) : []),
      ...numbers.flatMap((n) => whole.faults[n] ?? []),
    ];
  });
  return { ground: pack(cut), mended, clipped: clip !== undefined };
}

const wholeOf = (taken: readonly Taken[]): Whole => wholeGround(taken.flatMap((t) => t.ground.polygons));

function unlessUnsettled<T>(make: () => T): T | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof CannotSettle) return undefined;
    throw error;
  }
}

/** Cutting rounds to the grid, where edges may come to cross. */
const cutTo = (rings: Rings, land: Rings): Rings => repaired(intersection(rings, land)).rings;
