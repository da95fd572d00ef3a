import { union } from '#lib/domain/control/clip.ts';
import { frontLine, type Line } from '#lib/domain/control/front.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import { paint } from '#lib/domain/control/paint.ts';
import { patchesOf } from '#lib/domain/control/patches.ts';
import { groundOn, stateOn } from '#lib/domain/control/states.ts';
import { inOrder, type Holder, type Statement } from '#lib/domain/control/statement.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { controlFrom, type Control } from '#lib/scene/control.ts';
import { landOf } from '../draw/basemap.ts';
import type { EditionReader } from '../store/store.ts';
import { bounded } from './bounded.ts';

const memory = bounded<Promise<Control>>(8);

/** The control of an edition, painted once for each digest of its statements. */
export const controlOf = (reader: EditionReader): Promise<Control> =>
  memory(reader.edition.digest, async () => makeControl(await reader.ledgers(), await reader.statements()));

export function makeControl(ledgers: readonly Ledger[], unordered: readonly Statement[]): Control {
  const statements = [...unordered].sort(inOrder);
  const history = paint(statements);
  const resolution_m = Math.max(
    0,
    ...ledgers.filter((l) => l.basis === 'assessed').map((l) => l.resolution_m),
  );
  const fronts = bounded<readonly Line[]>(128);
  // States change on few days; asking by the state's own day makes one answer serve all days until the next.
  const stamp = (side: Holder, d: Day): string =>
    `${side} ${stateOn(history, side, 'assessed', d)?.from} ${stateOn(history, side, 'pre-2022', d)?.from}`;
  const front = (side: 'russia' | 'ukraine', d: Day): readonly Line[] =>
    fronts(stamp(side, d), () => {
      const own = groundOn(history, side, 'assessed', d);
      const held = side === 'russia' ? union(own, groundOn(history, side, 'pre-2022', d)) : own;
      return frontLine(
        held,
        landOf(side === 'russia' ? 'UA' : 'RU'),
        Math.max(5000, resolution_m),
        landOf(side === 'russia' ? 'RU' : 'UA'),
      );
    });
  return controlFrom({ ledgers, statements, history, patches: patchesOf(statements), front });
}
