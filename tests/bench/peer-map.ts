import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from '@playwright/test';
import type * as MapLibre from 'maplibre-gl';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import type { Site } from '../fixtures/server.ts';
import type { Taken } from './day-step.ts';
import { watched } from './live-map.ts';

const MAPLIBRE = new URL('../../node_modules/maplibre-gl/dist/', import.meta.url);
const WINDOW_DAYS = 7;

interface Shown {
  readonly width: number;
  readonly height: number;
  readonly camera: Camera;
}
type Collection = GeoJSON.FeatureCollection;
/** The days of an event with a point, as in its file. */
interface Dated {
  readonly from?: Day;
  readonly until?: Day;
}

/** A map as anybody would make it with MapLibre alone, and a step of it to another day, in milliseconds. */
export interface PeerMap {
  step(to: Day): Promise<Taken>;
  /** Hand it the ground of each day in turn, the next when the one before is drawn; days in a second. */
  run(days: readonly Day[]): Promise<number>;
  close(): Promise<void>;
}

/**
 * MapLibre with the site's own data in memory: at each step the events of the window go into a source that makes
 * clusters, and the ground of the day into another.
 */
export async function peerMap(
  browser: Browser,
  site: Site,
  days: readonly Day[],
  shown: Shown,
): Promise<PeerMap> {
  const library = await serveLibrary(site);
  const page = await watched(browser, library.origin);
  await make(page, { days, shown });
  return {
    step: (to) => step(page, { to, since: addDays(to, 1 - WINDOW_DAYS) }),
    run: (to) => run(page, to),
    async close() {
      await page.close();
      await library.close();
    },
  };
}

/** MapLibre's files as the package has them, the data of the site, and an empty page. */
async function serveLibrary(site: Site): Promise<{ origin: string; close: () => Promise<void> }> {
  const answer = async (path: string): Promise<readonly [type: string, body: string | Buffer]> => {
    const name = /^\/(maplibre-gl[\w-]*\.mjs)$/.exec(path)?.[1];
    if (name) return ['text/javascript', readFileSync(fileURLToPath(new URL(name, MAPLIBRE)))];
    if (path.startsWith('/data/')) return ['application/json', await site.text(path)];
    return ['text/html', '<!doctype html><div id="map"></div>'];
  };
  const server = createServer((request, response) => {
    void answer(request.url ?? '').then(([type, body]) => {
      response.setHeader('content-type', type);
      response.end(body);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

interface Peer {
  readonly map: MapLibre.Map;
  readonly events: Collection;
  readonly ground: Readonly<Record<string, Collection>>;
}
declare global {
  interface Window {
    peer: Peer;
  }
}

/** All that the map will be handed is in memory before it is measured. */
const make = (page: Page, given: { days: readonly Day[]; shown: Shown }): Promise<void> =>
  page.evaluate(async ({ days, shown: { width, height, camera } }) => {
    const had = async (path: string): Promise<Collection> =>
      (await (await fetch(`/data/latest/${path}`)).json()) as Collection;
    const events = await had('events.geojson');
    const ground: Record<string, Collection> = {};
    for (const day of days) ground[day] = await had(`control.geojson?day=${day}`);
    const address = '/maplibre-gl.mjs';
    const { Map, setWorkerUrl } = (await import(address)) as typeof MapLibre;
    setWorkerUrl('/maplibre-gl-worker.mjs');
    const container = document.getElementById('map') as HTMLElement;
    Object.assign(container.style, { width: `${width}px`, height: `${height}px` });
    const data: Collection = { type: 'FeatureCollection', features: [] };
    const map = new Map({
      container,
      center: [camera.lng, camera.lat],
      zoom: camera.zoom,
      attributionControl: false,
      style: {
        version: 8,
        sources: {
          ground: { type: 'geojson', data },
          events: { type: 'geojson', data, cluster: true },
        },
        layers: [
          { id: 'ground', type: 'fill', source: 'ground', paint: { 'fill-color': '#d9a' } },
          { id: 'front', type: 'line', source: 'ground', paint: { 'line-color': '#a00', 'line-width': 2 } },
          {
            id: 'events',
            type: 'circle',
            source: 'events',
            paint: { 'circle-color': '#222', 'circle-radius': 10 },
          },
        ],
      },
    });
    await map.once('load');
    window.peer = { map, events, ground };
    await window.bench.quiet();
  }, given);

const step = (page: Page, days: { to: Day; since: Day }): Promise<Taken> =>
  page.evaluate(async ({ to, since }) => {
    await window.bench.quiet();
    const { map, events, ground } = window.peer;
    const source = (id: string): MapLibre.GeoJSONSource => {
      const found = map.getSource<MapLibre.GeoJSONSource>(id);
      if (!found) throw new Error(`there is no source "${id}"`);
      return found;
    };
    const before = performance.now();
    const features = events.features.filter(({ geometry, properties }) => {
      const { from, until } = (properties?.['period'] ?? {}) as Dated;
      return geometry && from && from <= to && (!until || until > since);
    });
    let waiting = 2;
    const done = (): void => {
      waiting -= 1;
    };
    void source('events').setData({ type: 'FeatureCollection', features }).then(done);
    void source('ground')
      .setData(ground[to] as Collection)
      .then(done);
    const times = await new Promise<Taken>((resolve) => {
      const look = (): void => {
        if (waiting > 0 || !map.areTilesLoaded()) return;
        map.off('render', look);
        const drawn = performance.now();
        void window.bench.painted().then((painted) => resolve({ drawn, painted }));
      };
      map.on('render', look);
    });
    return { drawn: times.drawn - before, painted: times.painted - before };
  }, days);

const run = (page: Page, days: readonly Day[]): Promise<number> =>
  page.evaluate(async (all) => {
    await window.bench.quiet();
    const { map, ground } = window.peer;
    const source = map.getSource<MapLibre.GeoJSONSource>('ground');
    const before = performance.now();
    for (const day of all) {
      const drawn = new Promise<void>((done) => {
        let isSet = false;
        const look = (): void => {
          if (!isSet || !map.areTilesLoaded()) return;
          map.off('render', look);
          done();
        };
        map.on('render', look);
        void source?.setData(ground[day] as Collection).then(() => {
          isSet = true;
          map.triggerRepaint();
        });
      });
      await drawn;
    }
    return (all.length / (window.bench.finished() - before)) * 1000;
  }, days);
