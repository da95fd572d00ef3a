import { fault, pair, type Read, type Reading } from './point-reading.ts';

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;
/** Two numbers and what may stand around them in a link. */
const PAIR = new RegExp(`^\\s*(?:loc:)?\\s*(${NUMBER})\\s*[,~_]\\s*\\+?(${NUMBER})(?=$|[\\s,~_/&(])`);

const SHORT =
  /^(?:maps\.app\.goo\.gl|goo\.gl|g\.co|bit\.ly|t\.co|osm\.org\/go\/|www\.openstreetmap\.org\/go\/|yandex\.[a-z.]+\/maps\/-\/)/;

/** A link to a map: a marker where it has one, else the middle of the map that it shows. */
export function saidMapLink(text: string, readText: (text: string) => Read): Read {
  const url = urlOf(text);
  if (!url) return undefined;
  const host = url.hostname.toLowerCase();
  if (SHORT.test(host + url.pathname.toLowerCase()))
    return fault(
      'short-link',
      'is a short link, which holds no coordinates; open it and copy the long address',
    );
  const service = SERVICES.find(({ of }) => of.test(host));
  const found = [...(service?.readers ?? []), ...ANY].map((read) => read(url, readText)).find(Boolean);
  return (
    found ??
    fault(
      'link-without-point',
      'is a link without coordinates; put a marker on that map and copy the link again',
    )
  );
}

function urlOf(text: string): URL | undefined {
  const withScheme = /^https?:\/\//i.test(text)
    ? text
    : /^(?:[\w-]+\.)+[a-z]{2,}\/\S*$/i.test(text)
      ? `https://${text}`
      : undefined;
  return withScheme !== undefined && URL.canParse(withScheme) ? new URL(withScheme) : undefined;
}

type FromUrl = (url: URL, readText: (text: string) => Read) => Read;

const link = (lat: string | undefined, lng: string | undefined, centre = false): Reading | undefined =>
  lat !== undefined && lng !== undefined ? pair('map-link', lat, lng, { centre }) : undefined;

/** A parameter that holds a pair, latitude first unless it is turned. */
const param =
  (name: string, how: { turned?: boolean; centre?: boolean } = {}): FromUrl =>
  (url) => {
    const [, a, b] = PAIR.exec(url.searchParams.get(name) ?? '') ?? [];
    return how.turned ? link(b, a, how.centre) : link(a, b, how.centre);
  };

/** Two parameters, one number each. */
const params =
  (lat: string, lng: readonly string[], centre = false): FromUrl =>
  (url) => {
    // Some maps keep their parameters behind the #.
    const all = new URLSearchParams([
      ...url.searchParams,
      ...new URLSearchParams(url.hash.replace(/^#\??/, '')),
    ]);
    const number = (name: string): string | undefined =>
      new RegExp(`^${NUMBER}$`).exec(all.get(name)?.trim() ?? '')?.[0];
    return link(
      number(lat),
      lng.map(number).find((text) => text !== undefined),
      centre,
    );
  };

/** What was searched for, where it is itself a point in one of the other forms. */
const asked =
  (name: string): FromUrl =>
  (url, readText) =>
    asLink(readText((url.searchParams.get(name) ?? '').replace(/^loc:/, '').trim()));

const inPath =
  (pattern: RegExp): FromUrl =>
  (url, readText) => {
    const written = pattern.exec(url.pathname)?.[1];
    if (written === undefined) return undefined;
    try {
      return asLink(readText(decodeURIComponent(written.replaceAll('+', ' ')).trim()));
    } catch {
      return undefined;
    }
  };

const asLink = (read: Read): Reading | undefined =>
  read && 'lat' in read ? { ...read, form: 'map-link' } : undefined;

/** `!3d47.978!4d37.177`, the last of them: earlier ones may be of what lies around. */
const googleMarker: FromUrl = (url) => {
  const all = [...url.href.matchAll(new RegExp(`!3d(${NUMBER})!4d(${NUMBER})`, 'g'))];
  const [, lat, lng] = all.at(-1) ?? [];
  return link(lat, lng);
};

/** `/@47.978,37.177,12z` */
const googleView: FromUrl = (url) => {
  const [, lat, lng] = new RegExp(`/@(${NUMBER}),(${NUMBER})(?=[,/]|$)`).exec(url.pathname) ?? [];
  return link(lat, lng, true);
};

/** `#map=12/47.978/37.177` and `#12/47.978/37.177`, as many maps write what they show. */
const hashView: FromUrl = (url) => {
  const [, lat, lng] =
    new RegExp(`^#(?:map=|.*&map=)?[\\d.]+/(${NUMBER})/(${NUMBER})(?=[/&]|$)`).exec(url.hash) ?? [];
  return link(lat, lng, true);
};

/** Yandex writes longitude first, unless the link says otherwise. */
const yandexMarker: FromUrl = (url, readText) =>
  param('pt', { turned: url.searchParams.get('sco') !== 'latlong' })(url, readText);

/** `sp=point.47.978_37.177_Title` */
const bingMarker: FromUrl = (url) => {
  const [, lat, lng] =
    new RegExp(`^point\\.(${NUMBER})_(${NUMBER})(?=_|$)`).exec(url.searchParams.get('sp') ?? '') ?? [];
  return link(lat, lng);
};

/** Markers before views; what a service does not know falls to `ANY`. */
const SERVICES: readonly { readonly of: RegExp; readonly readers: readonly FromUrl[] }[] = [
  {
    of: /(^|\.)google\.[a-z.]+$/,
    readers: [
      googleMarker,
      asked('q'),
      asked('query'),
      asked('destination'),
      inPath(/\/(?:place|search)\/([^/@]+)/),
      param('ll', { centre: true }),
      param('center', { centre: true }),
      param('viewpoint', { centre: true }),
      googleView,
    ],
  },
  {
    of: /(^|\.)yandex\.[a-z.]+$/,
    readers: [
      yandexMarker,
      param('whatshere[point]', { turned: true }),
      asked('text'),
      param('ll', { turned: true, centre: true }),
    ],
  },
  {
    of: /(^|\.)maps\.apple\.com$/,
    readers: [
      param('coordinate'),
      asked('q'),
      param('ll'),
      param('center', { centre: true }),
      param('sll', { centre: true }),
    ],
  },
  {
    of: /(^|\.)bing\.com$/,
    readers: [bingMarker, asked('q'), asked('where1'), param('cp', { centre: true })],
  },
  { of: /(^|\.)2gis\.[a-z.]+$/, readers: [param('m', { turned: true, centre: true })] },
];

const ANY: readonly FromUrl[] = [
  params('mlat', ['mlon', 'mlng']),
  params('lat', ['lng', 'lon', 'long']),
  params('latitude', ['longitude']),
  hashView,
  googleView,
  asked('q'),
  param('ll', { centre: true }),
]; // prettier-ignore
