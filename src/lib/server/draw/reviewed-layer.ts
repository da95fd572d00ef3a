import { reviewAge } from '#lib/domain/control/reviewed.ts';
import { REVIEW_LINE, reviewPattern } from '#lib/look/review-hatch.ts';
import type { Drawn, Ink } from './ink.ts';
import type { DrawnScene } from './scene.ts';

/** Ground by how long ago it was looked at: level lines, the closer the newer. */
export function reviewedLayer({ seen, day }: DrawnScene, { pen, paint, prefix }: Ink): Drawn {
  const drawn = (seen?.zones ?? []).flatMap(({ day: reviewed, rings }, i) => {
    const d = pen.area(rings);
    return d === '' ? [] : [{ d, id: `${prefix}v${i}`, age: reviewAge(reviewed, day) }];
  });
  return {
    defs: drawn.map(({ id, age }) => reviewPattern(age, id, paint)).join(''),
    body: drawn
      .map(
        ({ d, id }) =>
          `<path d="${d}" fill-rule="evenodd" fill="url(#${id})" stroke="${paint('review')}" stroke-width="${REVIEW_LINE.edge}" stroke-opacity="${REVIEW_LINE.opacity}" stroke-linejoin="round"/>`,
      )
      .join(''),
  };
}
