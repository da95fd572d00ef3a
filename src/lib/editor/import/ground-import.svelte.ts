import type { Problem } from '#lib/domain/result.ts';
import type {
  AcceptedGround,
  GroundFile,
  GroundRow,
  GroundWish,
  Verdict,
} from '#lib/formats/control/ground.ts';
import { acceptRows, judgeRows, putAway, readGroundFile } from './ground-door.ts';
import { canAccept, FIRST_WISH, standingOf, UNDECIDED, type Decided, type Step } from './ground-rows.ts';

/** The door takes less than fifty million bytes, and the form has some of its own. */
const MOST = 49_900_000;

/** What the page tells of the last thing that was done. */
export type Told =
  | { readonly what: 'tooLarge' | 'stopped' | 'failed' | 'offline' | 'signedOut' }
  | { readonly what: 'nothingNew' | 'notUndone' | 'notAccepted' }
  | { readonly what: 'done' | 'undone'; readonly count: number };

const WHY = { stopped: 'stopped', failed: 'failed', large: 'tooLarge', out: 'signedOut' } as const;
const whyOf = (why: string): Told => ({
  what: why === 'offline' ? 'offline' : why === 'signed-out' ? 'signedOut' : 'failed',
});

/** A file of ground on its way into the desk: what it holds, what is said of it, and what was decided row by row. */
export class GroundImportState {
  file = $state.raw<File | undefined>();
  read = $state.raw<GroundFile | undefined>();
  wish = $state.raw<GroundWish>(FIRST_WISH);
  busy = $state<'no' | 'reading' | 'writing'>('no');
  progress = $state.raw<{ readonly read: number; readonly of: number } | undefined>();
  told = $state.raw<Told | undefined>();
  chosen = $state<number | undefined>();
  /** Whether what rows would become is being asked. */
  isAsking = $state(false);
  /** What is wrong with rules that were loaded, as the server says it. */
  ruleFault = $state.raw<Problem | undefined>();
  #decided = $state.raw<Decided>(UNDECIDED);
  #steps = $state.raw<readonly Step[]>([]);
  /** What rows would become, and as what was said. */
  #judged = $state.raw<{ readonly wish: GroundWish; readonly verdicts: ReadonlyMap<number, Verdict> }>();
  #stop: AbortController | undefined;
  #asked = 0;

  readonly rows = $derived<readonly GroundRow[]>(this.read?.rows ?? []);
  /** Whether what is shown of rows is what was said last. */
  readonly isJudged = $derived(this.#judged?.wish === this.wish);
  readonly all = $derived(
    this.rows.map((row) => {
      const verdict = this.#judged?.verdicts.get(row.number);
      return { row, verdict, standing: standingOf(row, verdict, this.#decided) };
    }),
  );
  readonly open = $derived(this.all.filter(({ standing }) => standing.is === 'open'));
  readonly current = $derived(this.all.find(({ row }) => row.number === this.chosen));
  readonly canUndo = $derived(this.#steps.length > 0);
  readonly swapped = $derived(this.rows.filter(({ fault }) => fault?.code === 'swapped').length);
  readonly hasColours = $derived(
    this.all.some(({ standing }) => standing.is === 'fault' && standing.fault.code === 'mixed-colours'),
  );

  async take(file: File, exchange = false): Promise<void> {
    if (this.busy !== 'no') return;
    [this.file, this.read, this.#judged, this.told, this.progress] = [
      file,
      undefined,
      undefined,
      undefined,
      undefined,
    ];
    [this.#decided, this.#steps, this.chosen, this.ruleFault] = [UNDECIDED, [], undefined, undefined];
    if (!exchange) this.wish = { ...FIRST_WISH, reports: this.wish.reports, ledger: this.wish.ledger };
    if (file.size >= MOST) {
      this.told = { what: 'tooLarge' };
      return;
    }
    this.busy = 'reading';
    this.#stop = new AbortController();
    const sent = await readGroundFile(file, exchange, (at) => (this.progress = at), this.#stop.signal);
    this.busy = 'no';
    if ('done' in sent) this.read = sent.done;
    else this.told = { what: 'why' in sent ? WHY[sent.why] : 'failed' };
    await this.judge();
  }

  stop(): void {
    this.#stop?.abort();
  }

  async say(wish: GroundWish): Promise<void> {
    this.wish = wish;
    await this.judge();
  }

  /** Ask what rows would become; the last question counts. */
  async judge(): Promise<void> {
    const { file, read, wish, rows } = this;
    if (!file || !read || rows.every((row) => row.fault)) return;
    this.#asked += 1;
    const own = this.#asked;
    this.isAsking = true;
    const answer = await judgeRows(
      { file: file.name.slice(-200), name: read.name },
      rows,
      wish,
      new AbortController().signal,
    );
    if (own !== this.#asked) return;
    this.isAsking = false;
    if (answer.ok) {
      this.ruleFault = undefined;
      this.#judged = { wish, verdicts: new Map(answer.value.map((each) => [each.number, each])) };
    } else if (answer.problems[0]) {
      const [{ path, reason }] = answer.problems;
      this.ruleFault = { path: path.replace(/^wish\.mapping\.?/, ''), reason };
      this.#judged = undefined;
    } else this.told = whyOf(answer.why);
  }

  async accept(numbers: readonly number[]): Promise<void> {
    if (this.busy !== 'no' || !this.isJudged || !this.file) return;
    const chosen = this.all.flatMap(({ row, verdict, standing }) =>
      verdict && numbers.includes(row.number) && canAccept(standing) ? [{ row, verdict }] : [],
    );
    if (chosen.length === 0) return;
    this.busy = 'writing';
    this.told = undefined;
    const answer = await acceptRows(this.file.name.slice(-200), chosen, this.wish.extent);
    this.busy = 'no';
    if (!answer.ok) this.told = whyOf(answer.why);
    else if ('refused' in answer.value) {
      const faults = new Map(answer.value.refused.map(({ number, fault }) => [number, fault]));
      const verdicts = new Map(
        [...(this.#judged?.verdicts ?? [])].map(([number, verdict]) => {
          const fault = faults.get(number);
          return [number, fault ? { ...verdict, fault } : verdict] as const;
        }),
      );
      this.#judged = { wish: this.wish, verdicts };
      this.told = { what: 'notAccepted' };
    } else this.#accepted(answer.value.accepted);
  }

  #accepted(all: readonly AcceptedGround[]): void {
    const written = all.filter((one) => one.outcome !== 'known');
    const ids = new Map(this.all.map(({ row, verdict }) => [row.number, verdict?.id]));
    const accepted = new Map(this.#decided.accepted);
    for (const one of all) {
      const id = ids.get(one.number);
      if (id !== undefined) accepted.set(id, one);
    }
    this.#decided = { ...this.#decided, accepted };
    if (written.length > 0) this.#steps = [...this.#steps, { did: 'accept', accepted: written }];
    this.told = written.length > 0 ? { what: 'done', count: written.length } : { what: 'nothingNew' };
  }

  skip(number: number): void {
    this.#skip(number, true);
    this.#steps = [...this.#steps, { did: 'skip', number }];
  }
  takeUp(number: number): void {
    this.#skip(number, false);
    this.#steps = [...this.#steps, { did: 'take-up', number }];
  }
  #skip(number: number, isSkipped: boolean): void {
    const skipped = new Set(this.#decided.skipped);
    if (isSkipped) skipped.add(number);
    else skipped.delete(number);
    this.#decided = { ...this.#decided, skipped };
    this.told = undefined;
  }

  /** Take the last step back. */
  async undo(): Promise<void> {
    const last = this.#steps.at(-1);
    if (!last || this.busy !== 'no') return;
    if (last.did === 'accept') await this.takeBack(last.accepted.map(({ id }) => id));
    else {
      this.#skip(last.number, last.did === 'take-up');
      this.#steps = this.#steps.slice(0, -1);
    }
  }

  /** Put drafts away again that were accepted here. */
  async takeBack(ids: readonly string[]): Promise<void> {
    if (this.busy !== 'no') return;
    const own = [...this.#decided.accepted.values()].filter(
      ({ id, outcome }) => outcome !== 'known' && ids.includes(id),
    );
    this.busy = 'writing';
    this.told = undefined;
    const answer = await putAway(own);
    this.busy = 'no';
    if (!answer.ok) {
      this.told = whyOf(answer.why);
      return;
    }
    const went = answer.value;
    const { accepted, takenBack } = this.#decided;
    this.#decided = {
      ...this.#decided,
      accepted: new Map([...accepted].filter(([, one]) => !went.has(one.id))),
      takenBack: new Set([...takenBack, ...went]),
    };
    // What was changed at the desk since is no step of this page any more.
    this.#steps = this.#steps.flatMap((step): Step[] => {
      if (step.did !== 'accept') return [step];
      const left = step.accepted.filter(({ id }) => !ids.includes(id));
      return left.length > 0 ? [{ ...step, accepted: left }] : [];
    });
    this.told = went.size > 0 ? { what: 'undone', count: went.size } : { what: 'notUndone' };
    await this.judge();
  }
}
