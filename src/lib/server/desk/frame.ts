import { mayAdminister, mayImport, mayPublish, mayReview, type Person } from '#lib/domain/access/access.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address, splitLang } from '#lib/domain/view/address.ts';
import { deskWords } from '#lib/words/desk.ts';
import { gazetteerWords } from '#lib/words/gazetteer.ts';
import { reviewFormWords } from '#lib/words/review-form.ts';
import { importPageWords } from '#lib/words/import-page.ts';
import { widgetsWords } from '#lib/words/widgets.ts';
import type { Desk } from './desk.ts';

/** What stands around every page of the desk. */
export interface DeskFrame {
  readonly lang: Lang;
  readonly person: Person | undefined;
  readonly nav: readonly { readonly href: string; readonly text: string; readonly current: boolean }[];
  readonly account: string;
  readonly signOut: string;
  readonly home: string;
  readonly languages: readonly {
    readonly lang: Lang;
    readonly text: string;
    readonly href: string;
    readonly current: boolean;
  }[];
}

/** What each person is offered is what they may do. */
export function deskFrame({ desk, lang }: { desk?: Desk; lang: Lang }, url: URL): DeskFrame {
  const t = deskWords[lang];
  const { path } = splitLang(url.pathname);
  const person = desk?.signedIn?.person;
  const link = (to: string, text: string) => ({
    href: address(lang, to),
    text,
    current: to === '/desk' ? path === to : path.startsWith(to),
  });
  const nav = person
    ? [
        link('/desk', t.nav.queue),
        link('/desk/reports/new', t.nav.newReport),
        ...(mayImport(person) ? [link('/desk/import', importPageWords[lang].nav)] : []),
        link('/desk/ground/new', t.nav.newGround),
        link('/desk/places', gazetteerWords[lang].nav),
        ...(mayReview(person) ? [link('/desk/reviewed/new', reviewFormWords[lang].nav)] : []),
        ...(mayPublish(person) ? [link('/desk/publish', t.nav.publish)] : []),
        ...(mayPublish(person) ? [link('/desk/widgets', widgetsWords[lang].nav)] : []),
        ...(mayAdminister(person)
          ? [
              link('/desk/people', t.nav.people),
              link('/desk/settings', t.nav.settings),
              link('/desk/audit', t.nav.audit),
            ]
          : []),
      ]
    : [];
  const other = (to: Lang, text: string) => ({
    lang: to,
    text,
    href: address(to, path) + url.search,
    current: lang === to,
  });
  return {
    lang,
    person,
    nav,
    account: address(lang, '/desk/account'),
    signOut: address(lang, '/desk/sign-out'),
    home: address(lang, '/'),
    languages: [other('en', 'English'), other('uk', 'Українська')],
  };
}
