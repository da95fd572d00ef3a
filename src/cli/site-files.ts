/** Where an address of the site is found from a page of its copy. */
export interface Places {
  /** The site itself, for what the copy is without. */
  readonly origin: string;
  readonly edition: number;
  /** Whether a page is in the copy, by its path without a query; asking may bring it in. */
  has(path: string, from: string): boolean;
  /** The file of something else than a page, such as a picture or data; undefined where the copy has none. */
  fileOf(address: string): string | undefined;
}

const isMap = (path: string): boolean => path === '/' || path === '/uk';

/** The file of a page. A page is a folder with an index in it, as every host and every disk has it. */
export const fileOfPage = (path: string): string => `${path === '/' ? '' : path.slice(1) + '/'}index.html`;

/** From a page to a file, as a link. */
export function linkTo(file: string, from: string): string {
  const here = fileOfPage(from).split('/').slice(0, -1);
  const there = file.split('/');
  let same = 0;
  while (same < here.length && same < there.length - 1 && here[same] === there[same]) same += 1;
  return [...here.slice(same).map(() => '..'), ...there.slice(same)].join('/');
}

/** A link on a page of the site as it stands on the same page of the copy. */
export function linkInCopy(link: string, from: string, places: Places): string {
  if (link === '' || /^(#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(link)) return link;
  const url = new URL(link, `http://site${from}`);
  const { searchParams, hash } = url;
  const path = url.pathname.length > 1 ? url.pathname.replace(/\/$/, '') : url.pathname;
  const file = places.fileOf(url.pathname + url.search);
  if (file !== undefined) return linkTo(file, from) + hash;
  if (searchParams.get('edition') === String(places.edition)) searchParams.delete('edition');
  // The copy is of one edition, and a file is of one theme.
  searchParams.delete('theme');
  const isOther = searchParams.has('edition') || searchParams.has('known');
  const day = searchParams.size === 1 ? searchParams.get('day') : null;
  // Where no script runs the map is of one day: from it, every other is on its own page.
  const ofDay = `${path === '/' ? '' : path}/days/${day ?? ''}`;
  if (isMap(path) && isMap(from) && day !== null && !isOther && places.has(ofDay, from))
    return linkTo(fileOfPage(ofDay), from) + hash;
  const isThere = !isOther && (isMap(path) || searchParams.size === 0) && places.has(path, from);
  if (isThere) return linkTo(fileOfPage(path), from) + url.search + hash;
  return places.origin + new URL(link, `http://site${from}`).href.slice('http://site'.length);
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');
const unescaped = (text: string): string =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');

/** A page of the site as it stands in the copy. */
export function pageInCopy(html: string, from: string, places: Places): string {
  return (
    html
      // What needs a server is hidden by its style.
      .replace('<html ', '<html data-copy ')
      // That it can be embedded is for the site to say.
      .replace(/<link[^>]*\+oembed"[^>]*>/g, '')
      .replace(/(<[^>]*?\saction=")([^"]*)"/g, (_, before: string, action: string) => {
        const isOwn = action.startsWith('/') && !action.startsWith('//');
        return `${before}${isOwn ? escaped(places.origin) : ''}${action}"`;
      })
      .replace(
        /(\s(?:href|src)=")([^"]*)"/g,
        (_, before: string, link: string) =>
          `${before}${escaped(linkInCopy(unescaped(link), from, places))}"`,
      )
  );
}

/** Below the folder of the copy, where the scripts are: three folders down. */
const UP = '../../../';
/** How the site's scripts find their parts from the root of the server. */
const FROM_ROOT = 'return`/`+e';

/** A script of the site with addresses from where it stands itself. */
export function scriptInCopy(code: string): string {
  return code
    .replace(
      /(["'`])\/(_app\/immutable\/[\w./-]+)\1/g,
      (_, __, file: string) => `new URL("${UP}${file}",import.meta.url).href`,
    )
    .replaceAll(FROM_ROOT, `return new URL("${UP}"+e,import.meta.url).href`);
}

/** Whether a script still asks the root of a server for something. */
export const asksRoot = (code: string): boolean => /["'`]\/_app\//.test(code) || code.includes(FROM_ROOT);
