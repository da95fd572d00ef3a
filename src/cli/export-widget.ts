import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { eventToFeature } from '#lib/domain/events/event.ts';
import { address } from '#lib/domain/view/address.ts';
import { comparedWith } from '#lib/domain/view/compared.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import { copiedDataScript } from '#lib/domain/embed/copied-data.ts';
import { pictureHref, TAKEN_SIZES } from '#lib/server/embed/taken-pictures.ts';
import { eventsShown, shownCsv, sourcesOf } from '#lib/server/embed/shown.ts';
import { widgetToCopy, type WidgetToCopy } from '#lib/server/embed/to-copy.ts';
import { basemapAddress } from '#lib/server/api/basemap.ts';
import { namesAddress } from '#lib/server/api/names.ts';
import type { Config } from '#lib/server/config.ts';
import { CannotStart, openStore } from '#lib/server/prepare.ts';
import { copyWords } from '#lib/words/copy.ts';
import { openBuiltSite, type BuiltSite } from './built-site.ts';
import { checkPlace, fillFolder, MARK, type Filling } from './copy-folder.ts';
import { progress } from './progress.ts';

export interface WidgetWanted {
  readonly address: string;
  readonly out: string;
  readonly replace: boolean;
}

/** `export widget`: a folder that shows a map of an article for ever, pinned as it is now. */
export async function exportWidget(
  { address: given, out, replace }: WidgetWanted,
  config: Config,
): Promise<void> {
  const made = dayOfInstant(Date.now());
  const store = await openStore(config);
  try {
    const widget = await widgetToCopy(store.public, config, given);
    checkPlace(resolve(out), out, replace);
    const site = await openBuiltSite(config, { made, edition: undefined });
    try {
      await fillFolder(out, { replace }, (folder) => fill(folder, widget, site, made));
    } finally {
      await site.close();
    }
    const { number, digest } = widget.asked.edition;
    console.log(`Copied “${widget.title}” to ${out}, as of edition ${number} with digest ${digest}.`);
    console.log(`Open ${out}/index.html; ${out}/README.txt says what is in the folder.`);
    if (/^https?:\/\/(127\.|localhost|\[::1\])/.test(config.origin))
      console.log(
        `Its links lead to ${config.origin}; set SALIENT_ORIGIN to have them lead to your own site.`,
      );
  } finally {
    await store.close();
  }
}

async function fill(folder: Filling, widget: WidgetToCopy, site: BuiltSite, made: string): Promise<void> {
  const { asked, options } = widget;
  const { lang, view } = options;
  const { edition } = asked;
  const say = progress();
  const data = `/data/${edition.number}`;

  folder.write('index.html', await site.text(widget.picture));
  if (widget.live) {
    say('salient: the moving map …');
    folder.write('live.html', await site.text(widget.live));
    folder.write('live.js', liveScript(lang));
    const control = await site.bytes(`${data}/control.ledger`);
    folder.write(
      'live-data.js',
      copiedDataScript({
        map: await site.text(`${data}/map.json`),
        control: Buffer.from(control).toString('base64'),
        basemap: await site.text(basemapAddress()),
        names: await site.text(namesAddress(edition.number, lang)),
      }),
    );
  }

  const pictures = TAKEN_SIZES.flatMap((size) => [
    { size, type: 'svg', scale: 1 } as const,
    { size, type: 'png', scale: 1 } as const,
    { size, type: 'png', scale: 2 } as const,
  ]);
  for (const [i, { size, type, scale }] of pictures.entries()) {
    say(`salient: pictures, ${i} of ${pictures.length} …`);
    const name = `pictures/map-${size.join('x')}${scale === 2 ? '@2x' : ''}.${type}`;
    folder.write(name, await site.bytes(pictureHref(options, '', type, size, scale)));
  }

  say('salient: the data …');
  const events = eventsShown(asked, options);
  const reports = new Set(events.flatMap(sourcesOf));
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 1)}\n`;
  folder.write(
    'data/events.geojson',
    json({ type: 'FeatureCollection', features: events.map(eventToFeature) }),
  );
  // A spreadsheet takes letters beyond the Latin ones for what they are by the mark at its beginning.
  folder.write('data/events.csv', `\ufeff${shownCsv(asked, events, lang)}`);
  folder.write(
    'data/reports.json',
    json({ reports: [...reports].flatMap((id) => asked.catalogue.reports.get(id) ?? []) }),
  );
  const before = asked.day && comparedWith(view, asked.day);
  for (const day of [asked.day, before]) {
    if (day)
      folder.write(`data/control-${day}.geojson`, await site.bytes(`${data}/control.geojson?day=${day}`));
  }
  if (before)
    folder.write(
      'data/change.csv',
      await site.bytes(`${data}/change.csv?from=${before}&to=${asked.day ?? ''}`),
    );

  const { number, digest, published_at } = edition;
  folder.write(
    'README.txt',
    copyWords[lang].readMe({
      title: widget.title,
      citation: widget.citation,
      edition: number,
      digest,
      made: made as never,
      hasLive: widget.live !== undefined,
    }),
  );
  folder.write(
    MARK,
    json({
      copy: 'widget',
      made,
      edition: number,
      published_at: new Date(published_at).toISOString(),
      digest,
      title: widget.title,
      citation: widget.citation,
      query: address('en', '/embed', view).replace(/^[^?]*\??/, ''),
    }),
  );
}

function liveScript(lang: string): string {
  const built = resolve(`build/copy/live-${lang}.js`);
  if (!existsSync(built)) throw new CannotStart('the site is not built; run: npm run build');
  return readFileSync(built, 'utf8');
}
