import type { Lang } from '#lib/domain/text.ts';
import { LAYERS, type Layer, type View } from '#lib/domain/view/view.ts';
import type { LegendKey } from '#lib/look/legend-keys.ts';
import { toolWords } from '#lib/words/tools.ts';

/** The swatch that stands for a layer; names have none in a legend, so a sample of lettering stands for them. */
export const LAYER_SWATCH: Readonly<Record<Exclude<Layer, 'labels'>, LegendKey>> = {
  control: 'held',
  contested: 'contested',
  fresh: 'fresh',
  front: 'front',
  start: 'start',
  events: 'strike',
};

/** What a legend says of layers that are switched off, as `Not shown: fresh ground, labels`; undefined where none is. */
export function notShown(view: Pick<View, 'layers'>, lang: Lang): string | undefined {
  const { layers } = view;
  const off = layers ? LAYERS.filter((l) => !layers.includes(l)) : [];
  if (off.length === 0) return undefined;
  const words = toolWords[lang].layers;
  const lower = (s: string): string => s.charAt(0).toLocaleLowerCase(lang) + s.slice(1);
  return words.notShown(off.map((l) => lower(words.name[l])).join(', '));
}
