import type { Callout, KeyedWidget } from '#lib/domain/embed/keyed.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { OwnPart } from '#lib/embed/widget.ts';
import { variable } from '#lib/look/palette.ts';
import { projection, type Frame } from '#lib/look/mercator.ts';
import { laterWords } from '#lib/words/embed-later.ts';
import { tenth } from '../draw/markup.ts';

/** What a newsroom adds to its map, marked as its own; nothing where it adds nothing. */
export function ownOf({ name, words }: KeyedWidget, lang: Lang): OwnPart | undefined {
  const { title, credit, callouts } = words;
  if (title === '' && credit === '' && callouts.length === 0) return undefined;
  return {
    from: laterWords[lang].from(name),
    title,
    credit,
    callouts: callouts.map(({ text }, i) => ({ number: i + 1, text })),
  };
}

const HALF = 8;

/** Where a newsroom points to: numbers in dashed squares, like no mark of the map; their words stand beside it. */
export function drawCallouts(callouts: readonly Callout[], frame: Frame): string {
  const project = projection(frame);
  return callouts
    .map(({ point }, i) => {
      const [x, y] = project(point);
      if (x < 0 || y < 0 || x > frame.width || y > frame.height) return '';
      return (
        `<g transform="translate(${tenth(x)} ${tenth(y)})">` +
        `<rect x="${-HALF}" y="${-HALF}" width="${HALF * 2}" height="${HALF * 2}" fill="${variable('paper')}" ` +
        `stroke="${variable('ink')}" stroke-dasharray="3 2"/>` +
        `<text y="4" font-size="11" text-anchor="middle" fill="${variable('ink')}">${i + 1}</text></g>`
      );
    })
    .join('');
}
