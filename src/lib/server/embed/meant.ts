import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { Asked } from '../pages/asked.ts';

/** A widget about a place that goes by another id in its edition, under that id. */
export const asMeant = (options: EmbedOptions, { view: { place } }: Asked): EmbedOptions =>
  place === undefined || place === options.view.place
    ? options
    : { ...options, view: { ...options.view, place } };
