/** What is added to links to see who came from where; it names no other page. */
const TRACKING =
  /^(?:utm_\w+|at_\w+|pk_\w+|mtm_\w+|mc_[ce]id|(?:fb|g|y|d|ms|tw|ttc|wick)clid|[gw]braid|igshid|igsh|ref|ref_src|ref_url|cmp|cmpid|ocid|smid|xtor|sfnsn|mibextid|_ga|_gl|amp|outputtype|share|si|spm|traffic_source|guccounter|guce_\w+)$/;

/** Words before the name of a site that stand for the same pages in another dress. */
const DRESS = /^(?:www\d?|m|mobile|amp|touch|wap|old|new)\.(?=[^.]+\.[^.])/;

/** Addresses around an address: archives and the caches of search engines. */
const AROUND: readonly RegExp[] = [
  /^(?:https?:\/\/)?(?:web\.)?archive\.org\/(?:web\/)?(?:\d{4,14}|\*)(?:[a-z]{2}_)?\/(.+)$/i,
  /^(?:https?:\/\/)?archive\.(?:today|ph|is|li|md|vn|fo)\/(?:\d{4,14}|o\/\w+|newest|oldest)\/(https?:.+)$/i,
  /^(?:https?:\/\/)?(?:www\.)?google\.[a-z.]+\/amp\/(?:s\/)?(.+)$/i,
  /^(?:https?:\/\/)?[\w-]+\.cdn\.ampproject\.org\/[a-z]\/(?:s\/)?(.+)$/i,
];

/** Sites that answer under several names. */
const SAME_SITE: readonly [RegExp, string][] = [
  [/^(?:twitter\.com|fxtwitter\.com|vxtwitter\.com|nitter\.net)$/, 'x.com'],
  [/^telegram\.me$/, 't.me'],
];

/**
 * The address of a page without what does not tell pages apart: scheme, "www", the phone's and the AMP's dress,
 * tracking parameters, the order of parameters, a last slash, a fragment, and the archive or cache that it was found
 * in. Two addresses with one key are one page. It is for comparing, not for opening.
 */
export function urlKey(address: string): string {
  // An archive may itself stand in another dress, so that what one pass uncovers is read again.
  const next = onePass(address);
  return next === address ? next : urlKey(next);
}

function onePass(address: string): string {
  const inner = unwrapped(address.trim());
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(inner) ? inner : `https://${inner}`;
  if (!URL.canParse(whole)) return inner.toLowerCase();
  const url = new URL(whole);
  const host = hostOf(url);
  const path = pathOf(url.pathname, host);
  const query = [...url.searchParams]
    .filter(([name]) => !TRACKING.test(name.toLowerCase()) && !(host === 't.me' && name === 'single'))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .sort();
  return `${host}${path}${query.length > 0 ? `?${query.join('&')}` : ''}`;
}

/** The address inside an archive's or a cache's; they may lie in each other. */
function unwrapped(address: string): string {
  for (const around of AROUND) {
    const inner = around.exec(address)?.[1];
    if (inner !== undefined) return unwrapped(inner);
  }
  return address;
}

function hostOf(url: URL): string {
  let host = url.host.toLowerCase();
  for (let bare = host.replace(DRESS, ''); bare !== host; bare = host.replace(DRESS, '')) host = bare;
  return SAME_SITE.find(([names]) => names.test(host))?.[1] ?? host;
}

function pathOf(pathname: string, host: string): string {
  let path = pathname.replace(/\/{2,}/g, '/');
  // Bytes that are no letters stay as they are written.
  if (/^(?:[^%]|%[0-9a-f]{2})*$/i.test(path)) {
    try {
      path = decodeURI(path).normalize('NFC');
    } catch {
      // Written in another encoding than UTF-8.
    }
  }
  if (host === 't.me') path = path.replace(/^\/s\//, '/');
  const bare = (p: string): string =>
    p
      .replace(/(?:\/amp|\.amp|\/index\.(?:html?|php))?\/*$/, '')
      .replace(/\.amp(?=\.html?$)/, '')
      .replace(/^\/amp(?=\/)/, '');
  for (let next = bare(path); next !== path; next = bare(path)) path = next;
  return encodeURI(path);
}
