import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { Asked } from '../pages/asked.ts';

/**
 * A widget about a place that goes by another id in its edition, under that id. One of an edition that there is not is
 * kept by none: it goes on with those that come.
 */
export function asMeant(options: EmbedOptions, { view: { place }, editionNote }: Asked): EmbedOptions {
  const { view } = options;
  return {
    ...options,
    view: {
      ...view,
      ...(place === undefined ? {} : { place }),
      ...(editionNote === 'no-such-edition' ? { edition: undefined } : {}),
    },
  };
}
