import { changeToParams, type ChangeView } from '#lib/domain/view/change-view.ts';
import { along, ringOf } from '#lib/domain/view/outline.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import { changeOf, type SideChange } from '#lib/scene/change.ts';
import type { Control } from '#lib/scene/control.ts';
import { basemap } from '../draw/basemap.ts';
import { bounded } from './bounded.ts';

/** Answers that are kept; each is some numbers. */
const memory = bounded<readonly SideChange[]>(64);

/** The bounds that a question names, as rings. */
export function boundsOf({
  oblast,
  within,
  outline,
}: Pick<ChangeView, 'oblast' | 'within' | 'outline'>): Rings | undefined {
  if (outline) return [along(ringOf(outline))];
  if (oblast) return basemap().oblasts.find((o) => o.iso === oblast)?.rings;
  if (!within) return undefined;
  const [w, s, e, n] = within;
  return [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s],
    ],
  ];
}

/** What changed between two days in an edition; reckoned once for each question. */
export const editionChange = (
  version: string,
  control: Control,
  question: ChangeView,
): readonly SideChange[] => {
  const { from, to } = question;
  return memory(JSON.stringify([version, changeToParams(question)]), () =>
    changeOf(
      control,
      basemap().oblasts.map(({ iso, rings }) => ({ id: iso, rings })),
      { from, to, within: boundsOf(question) },
    ),
  );
};
