import type { Lang } from '#lib/domain/text.ts';
import { address, carried, splitLang } from '#lib/domain/view/address.ts';
import { BUILDER_PARAMS } from '#lib/domain/embed/builder.ts';
import { CHANGE_PARAMS } from '#lib/domain/view/change-view.ts';
import { DEFAULT_VIEW, THEMES, type Theme, type View } from '#lib/domain/view/view.ts';
import { changeWords } from '#lib/words/change.ts';
import { copyWords } from '#lib/words/copy.ts';
import { correctionsWords } from '#lib/words/corrections.ts';
import { comparedWith } from '#lib/domain/view/compared.ts';
import { compareWords } from '#lib/words/compare.ts';
import { instant, mediumDay } from '#lib/words/dates.ts';
import { pageWords, type PageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import type { Asked } from './asked.ts';
import { askedNotes } from './asked-notes.ts';

export interface LinkView {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean;
}

/** What stands around every page: navigation, language and theme, notes, who publishes, which edition. */
export interface Frame {
  readonly lang: Lang;
  readonly words: PageLabels;
  readonly brand: string;
  readonly nav: readonly LinkView[];
  readonly languages: readonly (LinkView & { lang: Lang })[];
  readonly themes: readonly LinkView[];
  readonly search: { action: string; hidden: readonly { name: string; value: string }[] };
  /** Sentences about what could not be used, or which edition this is. */
  readonly notes: readonly { text: string; link?: LinkView }[];
  readonly demonstration: string | undefined;
  readonly publisher: string;
  readonly publisherNote: string | undefined;
  readonly contact: string | undefined;
  readonly edition: { number: number; text: string; when: string | undefined; href: string };
  readonly method: string;
  /** Of a copy of the site: what it is a copy of, and what cannot reach it; and what a page says without a script. */
  readonly copy: { text: string; site: LinkView; noScript: string } | undefined;
  /** Pages that every page leads to at its foot: change in numbers, and what was corrected. */
  readonly more: readonly LinkView[];
  /** Address of this page in one language, without view: what search engines keep. */
  readonly canonical: string;
  readonly alternates: readonly { lang: Lang; href: string }[];
  readonly origin: string;
}

/** The plain words of the layout, without functions, so that they can be handed to the page. */
export interface PageLabels {
  readonly site: string;
  readonly skip: string;
  readonly menu: string;
  readonly search: string;
  readonly searchHint: string;
  readonly theme: string;
  readonly language: string;
  readonly method: string;
  readonly attribution: string;
  readonly contact: string;
  readonly cite: string;
}

export function frameOf(asked: Asked, config: Config, url: URL, _route: string | null): Frame {
  const { lang, view, edition, head, control } = asked;
  const t = pageWords[lang];
  const { path } = splitLang(url.pathname);
  const kept = carried(view);
  const link = (to: string, text: string): LinkView => ({
    href: address(lang, to, kept),
    text,
    current: to === '/' ? path === '/' : path === to || path.startsWith(`${to}/`),
  });
  return {
    lang,
    words: {
      site: t.site,
      skip: t.skip,
      menu: t.menu,
      search: t.search,
      searchHint: t.searchHint,
      theme: t.theme,
      language: t.language,
      method: t.method,
      attribution: t.attribution,
      contact: t.contact,
      cite: t.cite,
    },
    brand: address(lang, '/', kept),
    nav: [
      link('/', t.map),
      link('/events', t.events),
      link('/reports', t.reports),
      link('/editions', t.editions),
      link('/method', t.method),
    ],
    languages: [
      { lang: 'en', text: 'English', href: address('en', path, view, rest(url)), current: lang === 'en' },
      { lang: 'uk', text: 'Українська', href: address('uk', path, view, rest(url)), current: lang === 'uk' },
    ],
    // A page that is a file cannot be had in another theme; the map changes its own.
    themes: (config.copy && path !== '/' ? [] : THEMES).map((theme) => ({
      text: themeWord(theme, t),
      href: address(lang, path, { ...view, theme }, rest(url)),
      current: view.theme === theme,
    })),
    search: { action: address(lang, '/search'), hidden: hiddenFields(kept) },
    notes: notesOf(asked, url),
    demonstration: control.demonstration ? t.demonstration : undefined,
    publisher: config.publisher ? t.publishedBy(config.publisher) : t.unattended,
    publisherNote: config.publisher ? undefined : t.unattendedWhy,
    contact: config.contact,
    edition: {
      number: edition.number,
      text: edition.number > 0 ? t.edition(edition.number) : t.noEdition,
      when: edition.number > 0 ? t.publishedOn(instant(lang, edition.published_at)) : undefined,
      href: address(lang, '/editions', kept),
    },
    method: address(lang, '/method', kept),
    copy: config.copy && {
      text: copyWords[lang].site(edition.number, config.copy.made),
      site: { href: config.origin + address(lang, path), text: copyWords[lang].theSite },
      noScript: copyWords[lang].noScript,
    },
    more: [link('/change', changeWords[lang].title), link('/corrections', correctionsWords[lang].title)],
    canonical: config.origin + address(lang, path),
    alternates: (['en', 'uk'] as const).map((l) => ({ lang: l, href: config.origin + address(l, path) })),
    origin: config.origin,
  };

  function notesOf(asked: Asked, at: URL): Frame['notes'] {
    const { notes, day } = asked;
    const { edition: another, order, outside } = askedNotes(asked);
    const result: { text: string; link?: LinkView }[] = notes.map((n) => ({
      text: t.badParam(n.param, n.value),
    }));
    const newest: LinkView = {
      href: address(lang, path, { ...view, edition: undefined, known: undefined }, rest(at)),
      text: t.showNewest,
    };
    if (another) {
      result.push({ text: another, link: newest });
    } else if (edition.number > 0 && edition.number < head.number) {
      result.push({ text: t.olderEdition(edition.number, head.number), link: newest });
    }
    const before = day && comparedWith(view, day);
    const c = compareWords[lang];
    if (order) result.push({ text: order });
    if (path === '/' && before)
      result.push({ text: c.compared(mediumDay(lang, before), mediumDay(lang, day)) });
    if (outside) result.push({ text: outside });
    return result;
  }
}

const OWN_PARAMS: Readonly<Record<string, readonly string[]>> = {
  '/change': CHANGE_PARAMS,
  '/embed/new': [...BUILDER_PARAMS, 'days'],
};

/** Parameters of a page that are no part of a view, such as what was searched for. */
export const rest = (url: URL): Record<string, string> => {
  const own = OWN_PARAMS[splitLang(url.pathname).path] ?? ['q'];
  return Object.fromEntries(
    own.flatMap((name) => {
      const value = url.searchParams.get(name);
      return value === null ? [] : [[name, value] as const];
    }),
  );
};

/** What a form takes along of a view. */
export const hiddenFields = (view: View): { name: string; value: string }[] => {
  const fields: { name: string; value: string }[] = [];
  if (view.edition !== undefined) fields.push({ name: 'edition', value: String(view.edition) });
  if (view.known !== undefined) fields.push({ name: 'known', value: view.known });
  if (view.theme !== DEFAULT_VIEW.theme) fields.push({ name: 'theme', value: view.theme });
  return fields;
};

const themeWord = (theme: Theme, t: PageWords): string =>
  theme === 'light' ? t.light : theme === 'dark' ? t.dark : t.system;
