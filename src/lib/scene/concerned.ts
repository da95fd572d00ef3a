import type { Line } from '#lib/domain/control/front.ts';
import { parted } from '#lib/domain/control/parted.ts';
import type { Basis, Statement } from '#lib/domain/control/statement.ts';
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
 * there by more than it is true to.
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
  const movedIn = perScene(({ scene }) => (later ? movedLines(scene, control, later.control) : []));
  const seenIn = perScene(eventsIn);
  const sourcesIn = perScene((one) => reportsBehind(one, seenIn(one), control, catalogue));
  const statement = (of: Control, id: string): Statement | undefined =>
    of.statements.find((s) => s.id === id);
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
      case 'statement': {
        const was = statement(control, id);
        if (!was || !isDrawn(was.basis, scene)) return false;
        if (isSeenToChange(was, one)) return true;
        if (!later) return was.day <= scene.day && boxes.some((box) => groundMeets(ringsOf(was.area), box));
        return movedBy(was, statement(later.control, id), movedIn(one), boxes);
      }
    }
  };
  return changes.filter((c) => kinds.has(c.change) && shown.some((one) => isShown(c, one)));
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

/** Whether a line that moved runs where a statement speaks or spoke of ground. */
function movedBy(
  was: Statement,
  is: Statement | undefined,
  moved: readonly Line[],
  boxes: readonly Box[],
): boolean {
  if (moved.length === 0) return false;
  if (was.extent === 'snapshot' || is?.extent === 'snapshot')
    return boxes.some((box) => linesMeet(moved, box));
  const touched = boxOf([was, ...(is ? [is] : [])].flatMap((s) => ringsOf(s.area)));
  return boxes.some((box) => {
    const both = commonBox(box, touched);
    return both !== undefined && linesMeet(moved, both);
  });
}

function commonBox(a: Box, b: Box): Box | undefined {
  const [w, s] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [e, n] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return w <= e && s <= n ? [w, s, e, n] : undefined;
}

/** Stretches of what is drawn on the days of a scene that one edition has farther from the other's than they are true. */
function movedLines({ day, startLine }: Scene, first: Control, second: Control): readonly Line[] {
  if (first === second) return [];
  const days: Day[] = startLine ? [day, startLine.day] : [day];
  return days.flatMap((d) => {
    const fronts = (['russia', 'ukraine'] as const).flatMap((side) =>
      apart(first.front(side, d), second.front(side, d), first.resolution_m),
    );
    const over = first.ledgers
      .filter((l) => l.basis !== 'assessed')
      .flatMap(({ holder, basis, resolution_m }) =>
        apart(first.ground(holder, basis, d), second.ground(holder, basis, d), resolution_m),
      );
    return [...fronts, ...over];
  });
}

const apart = (a: readonly Line[] | Rings, b: readonly Line[] | Rings, within_m: number): Line[] =>
  a === b ? [] : [...parted(a, b, within_m).far, ...parted(b, a, within_m).far];
