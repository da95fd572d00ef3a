import type { Line } from '#lib/domain/control/front.ts';
import { parted } from '#lib/domain/control/parted.ts';
import { inOrder, type Basis, type Statement } from '#lib/domain/control/statement.ts';
import type { Change, ChangeKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import { keptFor } from '#lib/domain/places/merging.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { boxOf, ringsOf, type Box, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Catalogue } from './catalogue.ts';
import type { Control } from './control.ts';
import { groundMeets, linesMeet } from './in-frame.ts';
import type { Scene } from './scene.ts';

/** A scene, and the boxes of degrees that some frame shows of it. */
export interface ShownScene {
  readonly scene: Scene;
  readonly boxes: readonly Box[];
}

/** What the edition has that is shown. */
export interface Known {
  readonly control: Control;
  readonly catalogue: Pick<Catalogue, 'event'>;
}

/** What a later edition has, as far as a line may run otherwise in it. */
export interface Later {
  readonly control: Control;
  readonly places: readonly Place[];
}

/** Changes after which what was shown would be shown otherwise. Updates and clarifications leave it true. */
const MENDS: ReadonlySet<ChangeKind> = new Set(['correction', 'retraction']);

/**
 * Of the changes that later editions made, those that mend what a picture shows: an event in the frame, what the view
 * is about, ground that changed hands in its days and frame, a report that any of these rests on, or a line that moved
 * there by more than it is true to. Whatever a change of ground is called, it mends the picture where the front of its
 * day runs otherwise by more than that.
 *
 * @param shown one scene, or the two that are compared
 * @param later what later editions have; undefined where it is not known yet, so that ground is shown where it lies
 */
export function concerned<C extends Change>(
  shown: readonly ShownScene[],
  { control, catalogue }: Known,
  later: Later | undefined,
  changes: readonly C[],
  kinds: ReadonlySet<ChangeKind> = MENDS,
): C[] {
  const frontsMovedIn = perScene(({ scene }) => (later ? movedFronts(scene, control, later.control) : []));
  const movedIn = perScene((one) =>
    later ? [...frontsMovedIn(one), ...movedEdges(one.scene, control, later.control)] : [],
  );
  const seenIn = perScene(eventsIn);
  const sourcesIn = perScene((one) => reportsBehind(one, seenIn(one), control, catalogue));
  const [was, is] = [control, later?.control].map(
    (of) => new Map(of?.statements.map((s) => [s.id as string, s])),
  );
  const isGroundShown = (
    was: Statement | undefined,
    is: Statement | undefined,
    mends: boolean,
    one: ShownScene,
  ): boolean => {
    const both = [was, is].filter((s) => s !== undefined);
    const { scene, boxes } = one;
    if (!both.some(({ basis, day }) => isDrawn(basis, scene) && day <= scene.day)) return false;
    if (mends && was && isSeenToChange(was, one)) return true;
    if (!later) return mends && both.some(({ area }) => boxes.some((box) => groundMeets(ringsOf(area), box)));
    if (mends) return movedBy(both, movedIn(one), boxes);
    return (
      is?.basis === 'assessed' &&
      stands(is, later.control, scene.day) &&
      movedBy(both, frontsMovedIn(one), boxes)
    );
  };
  const isShown = ({ item: { kind, id }, change }: C, one: ShownScene): boolean => {
    const { scene, boxes } = one;
    switch (kind) {
      case 'event':
        return seenIn(one).has(id);
      case 'place':
        // An entry that was made one with another is the same place by another id.
        return (
          scene.view.place === id &&
          !(change === 'retraction' && keptFor(later?.places ?? [], id) !== undefined)
        );
      case 'report':
        return scene.view.report === id || sourcesIn(one).has(id);
      case 'ledger': {
        const ledger = control.ledgers.find((l) => l.id === id);
        return scene.grounds.some(
          (g) =>
            g.holder === ledger?.holder &&
            g.basis === ledger.basis &&
            boxes.some((box) => groundMeets(g.rings, box)),
        );
      }
      case 'statement':
        return isGroundShown(was?.get(id), is?.get(id), kinds.has(change), one);
    }
  };
  return changes.filter(
    (c) => (kinds.has(c.change) || c.item.kind === 'statement') && shown.some((one) => isShown(c, one)),
  );
}

/** What is made of a scene once, and only where it is asked for. */
function perScene<T>(make: (one: ShownScene) => T): (one: ShownScene) => T {
  const known = new Map<ShownScene, T>();
  return (one) => {
    const made = known.has(one) ? (known.get(one) as T) : make(one);
    known.set(one, made);
    return made;
  };
}

/** The events that some frame shows, and the one that the view is about. */
export function eventsIn({ scene, boxes }: ShownScene): Set<string> {
  const seen = new Set<string>(scene.view.event === undefined ? [] : [scene.view.event]);
  const isSeen = (point: Position): boolean => boxes.some((box) => isIn(point, box));
  for (const { id, point } of scene.marks) if (isSeen(point)) seen.add(id);
  for (const { events, point } of scene.wide) if (isSeen(point)) for (const { id } of events) seen.add(id);
  return seen;
}

/** The reports on which stands what some frame shows: its events, the ground that changed hands, and the line of its day. */
function reportsBehind(
  one: ShownScene,
  events: ReadonlySet<string>,
  { statements }: Control,
  catalogue: Known['catalogue'],
): ReadonlySet<string> {
  const { scene, boxes } = one;
  const whole = scene.grounds
    .filter((g) => boxes.some((box) => groundMeets(g.rings, box)))
    .map(({ holder, basis }) =>
      statements.findLast(
        (s) => s.extent === 'snapshot' && s.holder === holder && s.basis === basis && s.day <= scene.day,
      ),
    );
  const ground = [...whole, ...statements.filter((s) => isSeenToChange(s, one))].filter(
    (s) => s !== undefined && isDrawn(s.basis, scene),
  );
  const leanings = [
    ...[...events].map((id) => ['event', catalogue.event(id)] as const),
    ...ground.map((s) => ['statement', s] as const),
  ];
  return new Set(
    leanings
      .flatMap(([kind, item]) => (item ? referencesOf(kind, item) : []))
      .filter(({ kind }) => kind === 'report')
      .map(({ id }) => id),
  );
}

const isIn = ([x, y]: Position, [w, s, e, n]: Box): boolean => x >= w && x <= e && y >= s && y <= n;

/** Whether any layer of ground of a basis is shown. */
const isDrawn = (basis: Basis, { layers }: Scene): boolean =>
  (basis === 'assessed' || basis === 'pre-2022'
    ? (['control', 'fresh', 'front', 'start'] as const)
    : (['contested'] as const)
  ).some((layer) => layers.includes(layer));

/** A patch that changed hands in the days shown; of a whole day only what it moved is told. */
const isOfWindow = (s: Statement, { start, day }: Scene): boolean =>
  s.extent === 'patch' && s.opening !== true && s.day > start && s.day <= day;

/** Whether some frame shows ground as having changed hands by a statement. */
const isSeenToChange = (s: Statement, { scene, boxes }: ShownScene): boolean =>
  isOfWindow(s, scene) && boxes.some((box) => groundMeets(ringsOf(s.area), box));

/** Whether a statement has a part in what stands on a day: it is not of later, nor all painted over by a whole day. */
const stands = (s: Statement, { statements }: Control, day: Day): boolean =>
  s.day <= day &&
  !statements.some(
    (later) =>
      later.extent === 'snapshot' &&
      later.day <= day &&
      later.holder === s.holder &&
      later.basis === s.basis &&
      inOrder(s, later) < 0,
  );

/** Whether a line that moved runs where a statement speaks or spoke of ground. */
function movedBy(both: readonly Statement[], moved: readonly Line[], boxes: readonly Box[]): boolean {
  if (moved.length === 0) return false;
  if (both.some((s) => s.extent === 'snapshot')) return boxes.some((box) => linesMeet(moved, box));
  const touched = boxOf(both.flatMap((s) => ringsOf(s.area)));
  return boxes.some((box) => {
    const common = commonBox(box, touched);
    return common !== undefined && linesMeet(moved, common);
  });
}

function commonBox(a: Box, b: Box): Box | undefined {
  const [w, s] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [e, n] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return w <= e && s <= n ? [w, s, e, n] : undefined;
}

/** The days of which a scene draws a line. */
const daysDrawn = ({ day, startLine }: Scene): Day[] => (startLine ? [day, startLine.day] : [day]);

/** Stretches of the fronts of a scene that one edition has farther from the other's than they are true. */
const movedFronts = (scene: Scene, first: Control, second: Control): readonly Line[] =>
  daysDrawn(scene).flatMap((d) =>
    (['russia', 'ukraine'] as const).flatMap((side) =>
      apart(first.front(side, d), second.front(side, d), first.resolution_m),
    ),
  );

/** The same of the edges of all other ground. */
const movedEdges = (scene: Scene, first: Control, second: Control): readonly Line[] =>
  daysDrawn(scene).flatMap((d) =>
    first.ledgers
      .filter((l) => l.basis !== 'assessed')
      .flatMap(({ holder, basis, resolution_m }) =>
        apart(first.ground(holder, basis, d), second.ground(holder, basis, d), resolution_m),
      ),
  );

type Lines = readonly Line[] | Rings;
const compared = new WeakMap<Lines, WeakMap<Lines, readonly Line[]>>();

/** Every map of a day is compared with the same two lines, so the answer is kept with them. */
function apart(a: Lines, b: Lines, within_m: number): readonly Line[] {
  if (a === b) return [];
  const ofA = compared.get(a) ?? new WeakMap<Lines, readonly Line[]>();
  compared.set(a, ofA);
  const found =
    ofA.get(b) ?? (areSame(a, b) ? [] : [...parted(a, b, within_m).far, ...parted(b, a, within_m).far]);
  ofA.set(b, found);
  return found;
}

/** Most often the line of a day of long ago is, point for point, what it was. */
const areSame = (a: Lines, b: Lines): boolean =>
  a.length === b.length &&
  a.every((line, i) => {
    const other = b[i] as Line;
    return (
      line.length === other.length && line.every(([x, y], j) => x === other[j]?.[0] && y === other[j]?.[1])
    );
  });
