import type { EventKind } from '#lib/domain/events/event.ts';
import type { Lang } from '#lib/domain/text.ts';
import { foundWords } from '#lib/words/search.ts';
import { coordinatesIn } from './coordinates.ts';
import { emphasised, type Piece } from './emphasis.ts';
import type { Chosen, Found } from './found.ts';

/** One thing that can be chosen, as it is shown. */
export interface Option {
  readonly key: string;
  readonly title: readonly Piece[];
  readonly titleLang: string | undefined;
  readonly about: string;
  /** The name that matched, where it is not the title. */
  readonly also: readonly Piece[] | undefined;
  readonly mark: EventKind | undefined;
  readonly chosen: Chosen;
}
export interface OptionGroup {
  readonly key: 'point' | 'places' | 'events' | 'reports';
  readonly title: string;
  readonly options: readonly Option[];
}

/**
 * What can be chosen for what stands in the field, in groups without empty ones.
 *
 * @param hrefOf makes the address of a page from its path without a language
 */
export function optionsOf(
  written: string,
  found: Found | undefined,
  lang: Lang,
  hrefOf: (path: string) => string,
): OptionGroup[] {
  const t = foundWords[lang];
  const cut = (text: string): Piece[] => emphasised(text, written);
  const plain = { titleLang: undefined, also: undefined, mark: undefined };
  const at = coordinatesIn(written);
  const groups: OptionGroup[] = [
    {
      key: 'point',
      title: t.point,
      options: at
        ? [
            {
              ...plain,
              key: 'point',
              title: [{ text: t.goTo(at.written), strong: false }],
              about: '',
              chosen: { kind: 'point', id: at.written, name: at.written, point: at.point },
            },
          ]
        : [],
    },
    {
      key: 'places',
      title: t.places,
      options: (found?.places ?? []).map(({ id, name, about, also, point }) => ({
        ...plain,
        key: `place-${id}`,
        title: cut(name),
        about,
        also: also === undefined ? undefined : cut(also),
        chosen: { kind: 'place', id, name, about, also, point },
      })),
    },
    {
      key: 'events',
      title: t.events,
      options: (found?.events ?? []).map(({ id, kind, title, titleLang, when, where, point }) => ({
        ...plain,
        key: `event-${id}`,
        title: cut(title),
        titleLang,
        about: [when, where].filter(Boolean).join(' · '),
        mark: kind,
        chosen: { kind: 'event', id, name: title, point },
      })),
    },
    {
      key: 'reports',
      title: t.reports,
      options: (found?.reports ?? []).map(({ id, title, titleLang, publisher, when }) => ({
        ...plain,
        key: `report-${id}`,
        title: cut(title),
        titleLang,
        about: `${publisher} · ${when}`,
        chosen: { kind: 'report', id, name: title, href: hrefOf(`/reports/${id}`) },
      })),
    },
  ];
  return groups.filter((group) => group.options.length > 0);
}

/** Which option a key makes the active one, going round through the field itself (-1), as the pattern asks. */
export function activeAfter(key: string, active: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'ArrowDown':
      return active + 1 < count ? active + 1 : -1;
    case 'ArrowUp':
      return active === -1 ? count - 1 : active - 1;
    default:
      return undefined;
  }
}
