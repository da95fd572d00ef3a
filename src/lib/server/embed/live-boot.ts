import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { Drawn, LiveBoot } from '#lib/embed/live/boot.ts';
import { cameraFor } from '#lib/look/cameras.ts';
import { laterWords } from '#lib/words/embed-later.ts';
import { basemapAddress } from '../api/basemap.ts';
import { namesAddress } from '../api/names.ts';
import type { Config } from '../config.ts';
import type { DrawnScene } from '../draw/scene.ts';
import type { Asked } from '../pages/asked.ts';
import type { Sizes } from './sizes.ts';

/** What the moving map of a widget starts from: the view as it was drawn, and where its edition's files are. */
export function liveBoot(
  { edition: { number } }: Asked,
  options: EmbedOptions,
  scene: DrawnScene,
  sizes: Sizes,
  { origin, copy }: Pick<Config, 'origin' | 'copy'>,
  keyed: KeyedWidget | undefined,
): LiveBoot {
  const drawn = ({ shown, drawn: { width, height } }: Sizes['wide']): Drawn => ({
    camera: cameraFor(scene.view, shown, scene.focus),
    width,
    height,
  });
  return {
    options,
    day: scene.day,
    before: scene.compared,
    edition: number,
    origin,
    copied: copy !== undefined,
    files: {
      map: `/data/${number}/map.json`,
      control: `/data/${number}/control.ledger`,
      basemap: basemapAddress(),
      names: namesAddress(number, options.lang),
    },
    own:
      keyed && keyed.words.callouts.length > 0
        ? { from: laterWords[options.lang].from(keyed.name), callouts: keyed.words.callouts }
        : undefined,
    drawn: { wide: drawn(sizes.wide), narrow: sizes.narrow && drawn(sizes.narrow) },
  };
}
