import { maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import type { Camera, View } from '#lib/domain/view/view.ts';
import type { MapController, MapEvents, MapFrame } from '#lib/map/contract.ts';
import { createMap } from '#lib/map/controller.ts';
import { shortCardOf, type ShortCard } from '#lib/scene/cards.ts';
import { grouperOf } from '#lib/scene/grouper.ts';
import { legendOf } from '#lib/scene/legend.ts';
import { atlasOf, type MapData } from '#lib/scene/map-data.ts';
import { sceneOf, type Scene } from '#lib/scene/scene.ts';
import { swatchSvg } from '#lib/look/swatches.ts';
import { liveWords } from '#lib/words/embed-live.ts';
import type { LiveBoot } from './boot.ts';
import { calloutsOver } from './callouts.ts';

/** An edition in the browser, from which any of its days can be shown. */
export interface Edition {
  readonly first: Day;
  readonly last: Day;
  sceneOf(day: Day): Scene;
  cardOf(ids: readonly string[]): ShortCard | undefined;
  pointOf(id: string): readonly [number, number] | undefined;
  stage(container: HTMLElement, camera: Camera, theme: 'light' | 'dark', events: MapEvents): Stage;
}

/** The moving map, which shows one day, or two that meet at a line. */
export interface Stage extends Pick<
  MapController,
  'camera' | 'jump' | 'fly' | 'zoomBy' | 'panBy' | 'setTheme' | 'focus' | 'drawn' | 'picture' | 'destroy'
> {
  show(day: Day, chosen: string | undefined): void;
  /** Of two days: where they meet, as a share of the width. */
  meet(at: number): void;
  /** What the map shows now in words, each with its swatch. */
  legend(): { readonly swatch: string; readonly words: string }[];
}

/** Open an edition's files. Throws where they are damaged. */
export function openEdition(boot: LiveBoot, data: unknown, control: Uint8Array): Edition {
  const { lang, view } = boot.options;
  const atlas = atlasOf(data as MapData, control);
  const grouper = grouperOf(atlas);
  const scene = (on: View): Scene => sceneOf({ ...atlas, view: on, lang });
  const { opens, lastReviewed } = atlas.control;
  return {
    first: minDay(opens ?? boot.day, boot.day),
    last: maxDay(lastReviewed ?? boot.day, boot.day),
    sceneOf: (day) => scene({ ...view, day }),
    cardOf: (ids) =>
      shortCardOf(
        { ...atlas, lang },
        ids.flatMap((id) => atlas.catalogue.event(id) ?? []),
      ),
    pointOf: (id) => atlas.catalogue.event(id)?.point ?? undefined,
    stage(container, camera, theme, events) {
      const t = liveWords[lang];
      const map = createMap({
        container,
        camera,
        lang,
        theme,
        still: matchMedia('(prefers-reduced-motion: reduce)').matches,
        basemap: boot.files.basemap,
        names: boot.files.names,
        label: t.map,
        cooperative: t.cooperative,
        events: {
          ...events,
          moving: (now) => {
            callouts.place(now);
            events.moving(now);
          },
        },
      });
      const callouts = calloutsOver(container, boot, camera);
      let shown: Scene | undefined;
      const earlier = boot.before && scene({ ...view, day: boot.before, compare: undefined, how: undefined });
      return {
        ...map,
        show(day, chosen) {
          const now = scene({ ...view, day });
          shown = now;
          const frame: MapFrame = {
            scene: now,
            marks: new Map(now.marks.map((mark) => [mark.id, mark])),
            groups: grouper.groups(now, chosen),
          };
          map.show(frame);
          map.select(chosen === undefined ? undefined : { ids: [chosen] });
        },
        meet(at) {
          if (earlier) map.wipe({ scene: earlier, at });
        },
        legend: () => {
          const { clientWidth: width, clientHeight: height } = container;
          const on = shown && legendOf(shown, { camera: map.camera(), width, height });
          return (on ?? []).map(({ key, words }) => ({ swatch: swatchSvg(key), words }));
        },
      };
    },
  };
}
