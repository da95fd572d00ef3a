import type { Line } from '#lib/domain/control/front.ts';
import { parted } from '#lib/domain/control/parted.ts';
import type { Basis, Statement } from '#lib/domain/control/statement.ts';
import type { Change, ChangeKind } from '#lib/domain/history/edition.ts';
import { keptFor } from '#lib/domain/places/merging.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { boxOf, ringsOf, type Box, type Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Control } from './control.ts';
import { groundMeets, linesMeet } from './in-frame.ts';
import type { Scene } from './scene.ts';

/** A scene, and the boxes of degrees that some frame shows of it. */
export interface ShownScene {
  readonly scene: Scene;
  readonly boxes: readonly Box[];
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
 * is about, ground that changed hands in its days and frame, or a line that moved there by more than it is true to.
 *
 * @param shown one scene, or the two that are compared
 * @param control of the edition that is shown
 * @param later what later editions have; undefined where it is not known yet, so that ground is shown where it lies
 */
export function concerned<C extends Change>(
  shown: readonly ShownScene[],
  control: Control,
  later: Later | undefined,
  changes: readonly C[],
  kinds: ReadonlySet<ChangeKind> = MENDS,
): C[] {
  const moved = new Map<Scene, readonly Line[]>();
  const movedIn = (scene: Scene): readonly Line[] => {
    const known = moved.get(scene) ?? (later ? movedLines(scene, control, later.control) : []);
    moved.set(scene, known);
    return known;
  };
  const statement = (of: Control, id: string): Statement | undefined =>
    of.statements.find((s) => s.id === id);
  const isShown = ({ item: { kind, id }, change }: C, { scene, boxes }: ShownScene): boolean => {
    switch (kind) {
      case 'event':
        return (
          scene.view.event === id ||
          scene.marks.some((m) => m.id === id && boxes.some((box) => isIn(m.point, box))) ||
          scene.wide.some((w) => w.events.some((e) => e.id === id) && boxes.some((box) => isIn(w.point, box)))
        );
      case 'place':
        // An entry that was made one with another is the same place by another id.
        return (
          scene.view.place === id &&
          !(change === 'retraction' && keptFor(later?.places ?? [], id) !== undefined)
        );
      case 'report':
        return scene.view.report === id;
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
        if (isOfWindow(was, scene) && boxes.some((box) => groundMeets(ringsOf(was.area), box))) return true;
        if (!later) return was.day <= scene.day && boxes.some((box) => groundMeets(ringsOf(was.area), box));
        return movedBy(was, statement(later.control, id), movedIn(scene), boxes);
      }
    }
  };
  return changes.filter((c) => kinds.has(c.change) && shown.some((one) => isShown(c, one)));
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
