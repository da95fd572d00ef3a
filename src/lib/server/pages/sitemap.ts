import { addDays, type Day } from '#lib/domain/time/day.ts';
import { address } from '#lib/domain/view/address.ts';
import { LANGS } from '#lib/domain/text.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';

/** Every public page of the edition in both languages, each naming the other; curated places only. */
export async function sitemap(asked: Asked, origin: string): Promise<string> {
  const { control, reader, edition } = asked;
  const catalogue = await catalogueOf(reader);
  const named = new Set([
    ...catalogue.events.flatMap((e) => e.location?.place ?? []),
    ...control.statements.flatMap((s) => s.places),
  ]);
  const paths = [
    '/',
    '/events',
    '/reports',
    '/change',
    '/editions',
    '/corrections',
    '/method',
    ...catalogue.events.map((e) => `/events/${e.id}`),
    ...[...catalogue.reports.keys()].map((id) => `/reports/${id}`),
    ...[...named].sort().map((id) => `/places/${id}`),
    ...daysOf(control.opens, control.lastReviewed).map((d) => `/days/${d}`),
  ];
  const modified =
    edition.number > 0 ? `<lastmod>${new Date(edition.published_at).toISOString()}</lastmod>` : '';
  const urls = paths.flatMap((path) =>
    LANGS.map((lang) => {
      const alternates = LANGS.map(
        (l) => `<xhtml:link rel="alternate" hreflang="${l}" href="${origin}${address(l, path)}"/>`,
      ).join('');
      return `<url><loc>${origin}${address(lang, path)}</loc>${modified}${alternates}</url>`;
    }),
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ...urls,
    '</urlset>',
    '',
  ].join('\n');
}

function daysOf(first: Day | undefined, last: Day | undefined): Day[] {
  const days: Day[] = [];
  if (first && last) for (let d = first; d <= last; d = addDays(d, 1)) days.push(d);
  return days;
}
