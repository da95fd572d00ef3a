import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { LANGS, type Lang } from '#lib/domain/text.ts';
import { dayOfInstant, type Day } from '#lib/domain/time/day.ts';
import type { Config } from '#lib/server/config.ts';
import { openStore } from '#lib/server/prepare.ts';
import { copyWords } from '#lib/words/copy.ts';
import { pageWords } from '#lib/words/page.ts';
import { instant } from '#lib/words/dates.ts';
import type { EditionReader } from '#lib/server/store/store.ts';
import { BadArguments } from './arguments.ts';
import { openBuiltSite, type BuiltSite } from './built-site.ts';
import { CannotCopy, checkPlace, fillFolder, MARK, type Filling } from './copy-folder.ts';
import { progress } from './progress.ts';
import { asksRoot, fileOfPage, linkTo, pageInCopy, scriptInCopy, type Places } from './site-files.ts';

export interface SiteWanted {
  readonly edition: number | undefined;
  readonly out: string;
  readonly replace: boolean;
}

/** Where the built files of the site are that a page loads. */
const CLIENT = 'build/client';

/** `export site`: an edition as pages, pictures and data that any host of files can show. */
export async function exportSite({ edition, out, replace }: SiteWanted, config: Config): Promise<void> {
  const made = dayOfInstant(Date.now());
  const store = await openStore(config);
  try {
    const head = await store.public.head();
    if (head.number === 0) throw new CannotCopy('nothing is published yet, so that there is nothing to copy');
    const number = edition ?? head.number;
    const reader = number <= head.number ? await store.public.at(number) : undefined;
    if (!reader) throw new BadArguments(`there is no edition ${number}; the newest is ${head.number}`);
    checkPlace(resolve(out), out, replace);
    const site = await openBuiltSite(config, { made, edition: number });
    try {
      let pages = 0;
      await fillFolder(out, { replace }, async (folder) => {
        pages = await new SiteCopy(folder, site, reader, config, made).fill();
      });
      console.log(
        `Copied edition ${number} to ${out}: ${pages} pages, with digest ${reader.edition.digest}.`,
      );
      console.log(
        `${out}/README.txt says what is in the folder. What the copy is without leads to ${config.origin}.`,
      );
    } finally {
      await site.close();
    }
  } finally {
    await store.close();
  }
}

/** Objects and lists of an edition by their friendly names. */
const DATA = [
  'manifest.json',
  'map.json',
  'control.ledger',
  'control.geojson',
  'events.geojson',
  'reports.json',
  'places.geojson',
  'ledgers.json',
  'reviewed.geojson',
];

/** What every copy has beside its pages, by its address on the site. */
function alwaysThere(number: number): Map<string, string> {
  const files = new Map([['/favicon.svg', 'favicon.svg']]);
  for (const name of DATA) files.set(`/data/${number}/${name}`, `data/${number}/${name}`);
  for (const lang of LANGS)
    files.set(`/data/${number}/names.json?lang=${lang}`, `data/${number}/names-${lang}.json`);
  return files;
}

class SiteCopy {
  readonly #folder: Filling;
  readonly #site: BuiltSite;
  readonly #reader: EditionReader;
  readonly #config: Config;
  readonly #made: Day;
  readonly #files: Map<string, string>;
  readonly #pages = new Set<string>();
  /** Files that are linked and not written yet. */
  readonly #wanted = new Map<string, string>();

  constructor(folder: Filling, site: BuiltSite, reader: EditionReader, config: Config, made: Day) {
    this.#folder = folder;
    this.#site = site;
    this.#reader = reader;
    this.#config = config;
    this.#made = made;
    this.#files = alwaysThere(reader.edition.number);
    for (const [address, file] of this.#files) this.#wanted.set(address, file);
  }

  /** @returns how many pages were written */
  async fill(): Promise<number> {
    const say = progress();
    for (const path of await this.#sitemap()) this.#pages.add(path);
    // Pages that are found on the way are added to the end.
    let done = 0;
    for (const path of this.#pages) {
      say(`salient: pages, ${done} of ${this.#pages.size} …`);
      this.#folder.write(fileOfPage(path), await this.#page(path));
      done += 1;
    }
    this.#links();
    for (const [address, file] of this.#wanted) {
      say(`salient: data and pictures, ${file} …`);
      this.#folder.write(file, await this.#site.bytes(address));
    }
    await this.#objects(say);
    say('salient: scripts and letters …');
    this.#assets();
    this.#about();
    return done;
  }

  async #sitemap(): Promise<string[]> {
    const { origin } = this.#config;
    const map = await this.#site.text('/sitemap.xml');
    return [...map.matchAll(/<loc>([^<]+)<\/loc>/g)]
      .map(([, loc = '']) => loc.slice(origin.length) || '/')
      .map((path) => (path.length > 1 ? path.replace(/\/$/, '') : path));
  }

  async #page(path: string): Promise<string> {
    const answer = await this.#site.get(path);
    const html = pageInCopy(await answer.text(), path, this.#placesFor());
    return this.#started(html, path);
  }

  #placesFor(): Places {
    const { edition } = this.#reader;
    return {
      origin: this.#config.origin,
      edition: edition.number,
      has: (path, from) => {
        if (this.#pages.has(path)) return true;
        // Places are linked from each other without an end: those are in it that something else tells of.
        const isPlace = /^(\/uk)?\/places\/[^/]+$/;
        if (!isPlace.test(path) || isPlace.test(from)) return false;
        this.#pages.add(path);
        return true;
      },
      fileOf: (address) => this.#fileOf(address),
    };
  }

  #fileOf(address: string): string | undefined {
    const known = this.#files.get(address);
    if (known !== undefined) return known;
    if (/^\/_app\/immutable\//.test(address)) return address.slice(1);
    const { number } = this.#reader.edition;
    const [path = '', query] = address.split('?');
    const isOfEdition =
      path.startsWith(`/data/${number}/change.`) || path === `/data/${number}/control.geojson`;
    const isPicture = path === '/map.svg' && query !== undefined;
    const isBasemap = path.startsWith('/data/basemap/');
    if (!isOfEdition && !isPicture && !isBasemap) return undefined;
    const [, name = '', type = ''] = /^\/(.*)\.(\w+)$/.exec(path) ?? [];
    const asked = query === undefined ? '' : `-${decodeURIComponent(query).replace(/[^\w.-]+/g, '-')}`;
    const file = `${isPicture ? 'pictures/' : ''}${name}${asked}.${type}`;
    this.#files.set(address, file);
    this.#wanted.set(address, file);
    return file;
  }

  /** The page of the map with the addresses from which its script starts, and what turns the addresses that it makes. */
  #started(html: string, path: string): string {
    const parts = /(<script type="application\/json" id="boot">)([^]*?)(<\/script>)/.exec(html);
    if (!parts) return html;
    const [all, before = '', json = '', after = ''] = parts;
    const boot = JSON.parse(json) as { files: Record<string, string> };
    const files = Object.fromEntries(
      Object.entries(boot.files).map(([name, address]) => {
        const file = this.#fileOf(address);
        if (file === undefined) throw new Error(`the copy has no file for ${address}`);
        return [name, linkTo(file, path)];
      }),
    );
    const text = JSON.stringify({ ...boot, files }).replace(/</g, '\\u003c');
    return html.replace(
      all,
      () => `${before}${text}${after}<script src="${linkTo('copy.js', path)}"></script>`,
    );
  }

  #links(): void {
    const facts = {
      origin: this.#config.origin,
      edition: this.#reader.edition.number,
      pages: [...this.#pages],
      onDisk: Object.fromEntries(LANGS.map((lang) => [lang, copyWords[lang].onDisk])),
    };
    const code = readFileSync('src/lib/reader/copied/links.js', 'utf8');
    this.#folder.write(
      'copy.js',
      code.replace('{/* FACTS */}', () => JSON.stringify(facts)),
    );
    for (const lang of LANGS) {
      for (const theme of ['light', 'dark']) {
        const address = `?width=1200&height=630&lang=${lang}&theme=${theme}`;
        for (const type of ['svg', 'png'])
          this.#wanted.set(`/map.${type}${address}`, `pictures/map-${lang}-${theme}.${type}`);
      }
    }
  }

  /** What the edition is made of, by which its digest can be checked. */
  async #objects(say: (done: string) => void): Promise<void> {
    for (const sha256 of new Set((await this.#reader.objects()).values())) {
      say('salient: the objects of the edition …');
      this.#folder.write(`data/o/${sha256}`, await this.#site.bytes(`/data/o/${sha256}`));
    }
  }

  #assets(): void {
    for (const room of ['assets', 'reader']) {
      const within = join('_app/immutable', room);
      for (const name of readdirSync(join(CLIENT, within))) {
        if (/\.(br|gz|map)$/.test(name) || /^(live|stage)/.test(name)) continue;
        const bytes = readFileSync(join(CLIENT, within, name));
        const isScript = name.endsWith('.js');
        const code = isScript ? scriptInCopy(bytes.toString('utf8')) : bytes;
        if (typeof code === 'string' && asksRoot(code))
          throw new Error(`the script ${name} cannot be moved to a copy`);
        this.#folder.write(`${within}/${name}`, code);
      }
    }
  }

  #about(): void {
    const { number, digest, published_at } = this.#reader.edition;
    const { origin, publisher } = this.#config;
    const cite = (lang: Lang): string => {
      const t = pageWords[lang];
      const who = publisher ?? `Salient (${t.unattended.toLowerCase()})`;
      const url = `${origin}${lang === 'uk' ? '/uk' : '/'}?edition=${number}`;
      return t.citation(t.site, who, number, instant(lang, published_at), url);
    };
    const readMe = LANGS.map((lang) =>
      copyWords[lang].siteReadMe({ citation: cite(lang), edition: number, digest, made: this.#made }),
    );
    this.#folder.write('README.txt', readMe.join('\n\n'));
    this.#folder.write(
      MARK,
      `${JSON.stringify(
        {
          copy: 'site',
          made: this.#made,
          edition: number,
          published_at: new Date(published_at).toISOString(),
          digest,
          citation: cite('en'),
        },
        undefined,
        1,
      )}\n`,
    );
  }
}
