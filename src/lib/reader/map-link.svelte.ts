import { untrack } from 'svelte';
import type { Day } from '#lib/domain/time/day.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import type { Hovered, MapController, MapEvents, MapFrame, MapOptions, Picked } from '#lib/map/contract.ts';
import { painted } from './painted.ts';
import type { ReaderState } from './state.svelte.ts';

/** What can be wrong with the map, in the order in which it matters. */
export type Trouble = 'graphics' | 'lost' | 'basemap' | 'names';

/**
 * The way from the reader's state to the map, which comes late and may never come: every method is safe before it is
 * there and after it has gone.
 */
export class MapLink {
  /** `none` until the map is asked for; `ready` once its first whole frame is drawn; `lost` while graphics are gone. */
  state = $state<'none' | 'loading' | 'ready' | 'lost' | 'failed'>('none');
  troubles = $state.raw<ReadonlyMap<Trouble, (() => void) | undefined>>(new Map());
  hovered = $state.raw<Hovered | undefined>();
  /** Called for what a reader points at on the map. */
  onpicked: (what: Picked) => void = () => {};
  /** The map itself, once it is there, for what only the late code asks of it. */
  controller = $state.raw<MapController | undefined>();
  /** The element of the map, which says of which day it is drawn; and the day that it was handed last. */
  #container: HTMLElement | undefined;
  #day: Day | undefined;
  /** Where the page put the camera, without the reader. */
  #put: Camera | undefined;

  zoom(steps: number): void {
    this.controller?.zoomBy(steps);
  }
  pan(x: number, y: number): void {
    this.controller?.panBy(x, y);
  }
  /** @returns whether there is a map that flies */
  fly(camera: Camera): boolean {
    if (!this.controller || this.state === 'failed') return false;
    this.controller.fly(camera);
    return true;
  }
  jump(camera: Camera): void {
    this.#put = camera;
    this.controller?.jump(camera);
  }
  show(frame: MapFrame): void {
    this.#day = frame.scene.day;
    this.controller?.show(frame);
  }
  focus(id: string | undefined, told = false): void {
    this.controller?.focus(id, told);
  }
  /** Resolves when what is shown is drawn; undefined where it is drawn already, or there is no map. */
  drawing(): Promise<void> | undefined {
    return this.#container?.dataset['drawn'] === this.#day ? undefined : this.controller?.drawn();
  }
  /** Resolves when what is shown is drawn; at once where there is no map. */
  async drawn(): Promise<void> {
    await this.controller?.drawn();
  }

  /** Lay a map over the stage; the code for it comes only now. */
  attach(reader: ReaderState, container: HTMLElement): () => void {
    let gone = false;
    const stop: (() => void)[] = [];
    const clear = (what: Trouble): void => this.#trouble(what, undefined, false);
    const events: MapEvents = {
      ready: () => {
        clear('lost');
        this.state = 'ready';
      },
      moving: (camera) => {
        reader.camera = camera;
      },
      moved: (camera) => {
        reader.camera = camera;
        // Where the page itself put the camera is no choice of the reader's, and not for the address; coming back
        // to it later is one.
        if (isNear(camera, this.#put)) return;
        this.#put = undefined;
        reader.rest(camera);
      },
      picked: (what) => this.onpicked(what),
      hovered: (what) => {
        this.hovered = what;
      },
      lost: () => {
        this.state = 'lost';
        this.#trouble('lost');
      },
      restored: () => {
        clear('lost');
        this.state = 'ready';
      },
      failed: (what, retry) => {
        if (what === 'graphics') this.state = 'failed';
        this.#trouble(
          what,
          retry &&
            (() => {
              clear(what);
              retry();
            }),
        );
      },
    };
    const start = async (): Promise<void> => {
      this.state = 'loading';
      await painted();
      if (gone) return;
      // The marks are grouped by the late code, which is asked for on the way in any case.
      const [{ createMap }] = await Promise.all([import('#lib/map/controller.ts'), import('./late.ts')]);
      if (gone) return;
      this.#put = reader.camera;
      const controller = createMap(this.#options(reader, container, events));
      this.controller = controller;
      this.#container = container;
      stop.push(
        () => controller.destroy(),
        $effect.root(() => {
          // What a frame needs is read here; what drawing it sets off must not be taken for a need.
          const follow = <T>(read: () => T, act: (value: T) => void): void => {
            $effect(() => {
              const value = read();
              untrack(() => act(value));
            });
          };
          follow(
            () => reader.covered,
            (covered) => controller.setPadding(covered),
          );
          follow(
            () => reader.shown,
            (shown) => this.show(shown),
          );
          follow(
            () => reader.chosen,
            (chosen) => controller.select(chosen),
          );
          follow(
            () => reader.theme,
            (theme) => controller.setTheme(theme),
          );
        }),
      );
    };
    const begin = (): void =>
      void start().catch((error: unknown) => {
        console.info('salient: the map could not be loaded', error);
        this.state = 'failed';
        this.#trouble('graphics', () => {
          this.#trouble('graphics', undefined, false);
          begin();
        });
      });
    begin();
    return () => {
      gone = true;
      this.controller = undefined;
      this.#container = undefined;
      for (const end of stop) end();
    };
  }

  #options(reader: ReaderState, container: HTMLElement, events: MapEvents): MapOptions {
    return {
      container,
      camera: reader.camera,
      lang: reader.lang,
      theme: reader.theme,
      still: matchMedia('(prefers-reduced-motion: reduce)').matches,
      basemap: reader.boot.files.basemap,
      names: reader.boot.files.names,
      label: reader.words.stage,
      events,
    };
  }

  #trouble(what: Trouble, retry?: () => void, on = true): void {
    const next = new Map(this.troubles);
    if (on) next.set(what, retry);
    else next.delete(what);
    this.troubles = next;
  }
}

/** Whether two cameras show the same, as far as an address can tell. */
const isNear = (a: Camera, b: Camera | undefined): boolean =>
  b !== undefined &&
  Math.abs(a.lng - b.lng) < 0.002 &&
  Math.abs(a.lat - b.lat) < 0.002 &&
  Math.abs(a.zoom - b.zoom) < 0.01;
