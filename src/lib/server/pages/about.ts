import { address, carried } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { embedLink } from '#lib/words/embed-link.ts';
import { instant } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import type { Asked } from './asked.ts';

/** How a page is cited and how somebody says that it is wrong. */
export interface About {
  readonly citeLabel: string;
  readonly citation: string;
  readonly errorLabel: string;
  readonly errorHref: string | undefined;
  readonly errorNote: string | undefined;
  /** Where what the page shows becomes a map in an article. */
  readonly embed?: { readonly href: string; readonly text: string } | undefined;
}

/** What an HTML head says of a page. */
export interface Head {
  readonly title: string;
  readonly description: string;
  /** Whole address of the picture for link previews. */
  readonly image: string | undefined;
  readonly jsonLd: unknown;
}

/**
 * @param item what an error report names: a kind and an id, or a path
 * @param url the whole address, pinned to the edition
 * @param embed what of it a map in an article would show
 */
export function aboutPage(
  asked: Asked,
  config: Config,
  page: { title: string; item: string; url: string; embed?: Partial<View> },
): About {
  const { lang, edition } = asked;
  const t = pageWords[lang];
  const who = config.publisher ?? `Salient (${t.unattended.toLowerCase()})`;
  const when = edition.number > 0 ? instant(lang, edition.published_at) : '—';
  return {
    citeLabel: t.cite,
    citation: t.citation(page.title, who, edition.number, when, page.url),
    errorLabel: t.reportError,
    errorHref: config.contact && errorHref(config.contact, t.errorSubject(page.item, edition.number)),
    errorNote: config.contact ? undefined : t.unattended.toLowerCase(),
    // Where a map is made for an article is on the site alone.
    embed: config.copy
      ? undefined
      : page.embed && {
          href: address(lang, '/embed/new', { ...carried(asked.view), ...page.embed }),
          text: embedLink[lang],
        },
  };
}

/** A mail with the item and edition in its subject, or the contact's own page. */
function errorHref(contact: string, subject: string): string {
  if (/^https?:\/\//.test(contact)) {
    const url = new URL(contact);
    url.searchParams.set('subject', subject);
    return url.href;
  }
  return `mailto:${encodeURIComponent(contact).replace('%40', '@')}?subject=${encodeURIComponent(subject)}`;
}

/** The whole address of a path with the edition pinned, for citations and error reports. */
export const pinned = (config: Config, path: string, edition: number): string =>
  `${config.origin}${path}${path.includes('?') ? '&' : '?'}edition=${edition}`;
