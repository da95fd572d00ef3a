import type { ItemKind } from '../history/edition.ts';
import { urlKey } from '../reports/url-key.ts';
import type { Unfinished } from './faults.ts';

const IN_LOCATOR = /https?:\/\/\S+/;

interface Cites {
  readonly report: string | undefined;
  readonly link: string | undefined;
}

/** What the claims of an event rest on: reports, and links that stand in locators. A draft may lack any of it. */
function citedBy(claims: unknown): Cites[] {
  if (!Array.isArray(claims)) return [];
  return (claims as unknown[]).flatMap((claim) => {
    if (typeof claim !== 'object' || claim === null) return [];
    const { aspect, citation } = claim as { aspect?: unknown; citation?: unknown };
    if (aspect === 'location' || typeof citation !== 'object' || citation === null) return [];
    const { report, locator } = citation as { report?: unknown; locator?: { en?: unknown } | null };
    const at = locator?.en;
    const link = typeof at === 'string' ? IN_LOCATOR.exec(at)?.[0] : undefined;
    return [{ report: typeof report === 'string' && report !== '' ? report : undefined, link }];
  });
}

/** The links that claims rest on: those of their reports, and those that stand in their locators. */
export const linksOf = (claims: unknown, urlOf: (report: string) => unknown): string[] =>
  citedBy(claims).flatMap(({ report, link }) =>
    [report === undefined ? undefined : urlOf(report), link].flatMap((one) =>
      typeof one === 'string' && one !== '' ? [one] : [],
    ),
  );

/**
 * By what an item is found again: a report by the keys of its addresses, an event by those of the links in its locators
 * and by the ids of its reports.
 */
export function linkKeys(kind: ItemKind, item: Unfinished): string[] {
  const keys =
    kind === 'report'
      ? [item['url'], item['archive_url']].flatMap((url) =>
          typeof url === 'string' && url !== '' ? [urlKey(url)] : [],
        )
      : kind === 'event'
        ? citedBy(item['claims']).flatMap(({ report, link }) => [
            ...(report === undefined ? [] : [report]),
            ...(link === undefined ? [] : [urlKey(link)]),
          ])
        : [];
  return [...new Set(keys)];
}
