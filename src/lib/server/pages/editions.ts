import { textIn } from '#lib/domain/text.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import { address } from '#lib/domain/view/address.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { instant } from '#lib/words/dates.ts';
import { detailWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import type { PublicStore } from '../store/store.ts';
import { aboutPage } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';

/** Every edition up to the newest, what each changed, and the map as known then. */
export async function editionsPage(asked: Asked, config: Config, store: PublicStore) {
  const { lang, view } = asked;
  const t = pageWords[lang];
  const editions = await Promise.all(
    (await store.editions()).map(async (edition) => {
      const reader = await store.at(edition.number);
      const changes = (await reader?.changes()) ?? [];
      const catalogue = reader && (await catalogueOf(reader));
      const byKind = new Map<string, number>();
      for (const c of changes) byKind.set(c.item.kind, (byKind.get(c.item.kind) ?? 0) + 1);
      const erased = await reader?.erased();
      const told = changes
        .filter((c) => c.change !== 'new' || c.item.kind === 'event')
        .filter((c) => !erased?.has(`${c.item.kind} ${c.item.id}`));
      const titleOf = (kind: string, id: string): string => {
        const event = kind === 'event' && catalogue?.events.find((e) => e.id === id);
        return event ? textIn(event.title, lang).text : id;
      };
      return {
        number: edition.number,
        title: t.edition(edition.number),
        when: t.publishedOn(instant(lang, edition.published_at)),
        note: textIn(edition.note, lang),
        counts: [...byKind].map(([kind, n]) => `${itemWord(lang, kind)}: ${n}`).join(' · '),
        changes: told.map((c) => ({
          key: `${c.item.kind} ${c.item.id}`,
          change: detailWords[lang].change[c.change],
          title: titleOf(c.item.kind, c.item.id),
          note: c.note && textIn(c.note, lang).text,
          href:
            c.change === 'retraction' || c.item.kind !== 'event'
              ? undefined
              : address(lang, `/events/${c.item.id}`, {
                  ...DEFAULT_VIEW,
                  edition: edition.number,
                  theme: view.theme,
                }),
        })),
        map: {
          href: address(lang, '/', { ...DEFAULT_VIEW, edition: edition.number, theme: view.theme }),
          text: t.asKnown,
        },
        digest: edition.digest,
        manifest: `/data/${edition.number}/manifest.json`,
        current: edition.number === asked.edition.number,
      };
    }),
  );
  return {
    title: t.editions,
    lead: t.editionsLead,
    editions,
    empty: editions.length === 0 ? t.noEdition : undefined,
    words: { digest: t.digest, manifest: t.manifest, asKnownOn: t.asKnownOn, go: t.go },
    form: {
      action: address(lang, '/'),
      hidden: view.theme === DEFAULT_VIEW.theme ? [] : [{ name: 'theme', value: view.theme }],
      value: asked.head.number > 0 ? dayOfInstant(asked.head.published_at) : '',
    },
    about: aboutPage(asked, config, {
      title: t.editions,
      item: 'editions',
      url: config.origin + address(lang, '/editions'),
      embed: {},
    }),
    head: {
      title: `${t.editions} · Salient`,
      description: t.editionsLead,
      image: undefined,
      jsonLd: undefined,
    },
  };
}

const itemWord = (lang: 'en' | 'uk', kind: string): string =>
  ({
    en: {
      place: 'places',
      report: 'reports',
      event: 'events',
      ledger: 'ledgers',
      statement: 'statements about ground',
    },
    uk: {
      place: 'місця',
      report: 'повідомлення',
      event: 'події',
      ledger: 'реєстри контролю',
      statement: 'твердження про територію',
    },
  })[lang][kind as 'place'] ?? kind;
