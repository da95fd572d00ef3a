import type { EventKind } from '../domain/events/event.ts';
import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import { longDay } from './dates.ts';
import { kindWords } from './kinds.ts';
import { counted, form } from './plural.ts';

/** What a window holds, counted: enough to say one true sentence. */
export interface WindowFacts {
  readonly window: number | 'all';
  /** Events dated to the window, by kind, with the names of their places. */
  readonly dated: readonly { kind: EventKind; count: number; places: readonly string[] }[];
  /** Events that only touch the window with their span. */
  readonly touching: number;
  readonly undated: {
    readonly advances: number;
    /** Strikes on energy. */
    readonly grids: number;
    readonly strikes: number;
    readonly others: number;
    /** The earliest day of a report that tells of the gains and grids, and whether that report may be later. */
    readonly reported: { readonly day: Day; readonly orLater: boolean } | undefined;
  };
  /** Events that only a party to the war says. */
  readonly claimed: number;
  /** Names of places where the line moved in the window. */
  readonly moved: readonly string[];
}

/** The lead under the date: what is dated first, then what is not, then what is only claimed. */
export function windowSentence(lang: Lang, f: WindowFacts): { lead: string; rest: string } {
  return lang === 'uk' ? ukrainian(f) : english(f);
}

const list = (lang: Lang, items: readonly string[]): string =>
  new Intl.ListFormat(lang, { style: 'long', type: 'conjunction' }).format(items);

/** At most four of the items, the others in one word. */
const someOf = (lang: Lang, items: readonly string[], others: string): string =>
  items.length > 4 ? items.slice(0, 4).join(', ') + others : list(lang, items);

/** Of so many kinds the places are named; of more the counts alone, or the sentence would push the list off the page. */
const MOST_NAMED = 4;

const datedParts = (lang: Lang, f: WindowFacts): string[] =>
  f.dated.map(({ kind, count, places }) => {
    const what = counted(lang, count, kindWords[lang].counted[kind]);
    const named = f.dated.length > MOST_NAMED ? [] : [...new Set(places)];
    const more = named.length > 4 ? ', …' : '';
    return named.length > 0 ? `${what} (${named.slice(0, 4).join(', ')}${more})` : what;
  });

function english(f: WindowFacts): { lead: string; rest: string } {
  const span =
    f.window === 'all'
      ? 'these days'
      : f.window === 1
        ? 'this day'
        : f.window === 7
          ? 'this week'
          : `these ${f.window} days`;
  const parts = datedParts('en', f);
  const moved = f.moved.length > 0 ? `The line moved near ${someOf('en', f.moved, ' and elsewhere')}.` : '';
  const lead =
    parts.length > 0 ? `Dated to ${span}: ${list('en', parts)}.` : moved || `Nothing is dated to ${span}.`;
  const rest: string[] = [];
  if (moved && lead !== moved) rest.push(moved);
  if (f.touching > 0)
    rest.push(`${counted('en', f.touching, { one: 'event', other: 'events' })} with a longer span.`);
  const u = f.undated;
  const undated = [
    u.advances > 0 ? `gains in ${counted('en', u.advances, { one: 'area', other: 'areas' })}` : '',
    u.grids > 0 ? `strikes on ${counted('en', u.grids, { one: 'power grid', other: 'power grids' })}` : '',
  ].filter(Boolean);
  const more = u.strikes + u.others;
  if (undated.length > 0 && u.reported) {
    const report = `in a report of ${longDay('en', u.reported.day)}${u.reported.orLater ? ' or later' : ''}`;
    rest.push(`Undated, ${report}: ${list('en', undated)}.`);
    if (more > 0) rest.push(`${more} more without a day.`);
  } else if (more > 0) rest.push(`Without a day: ${more}.`);
  if (f.claimed > 0) rest.push(`Claimed only: ${f.claimed}.`);
  return { lead, rest: rest.join(' ') };
}

function ukrainian(f: WindowFacts): { lead: string; rest: string } {
  const span =
    f.window === 'all'
      ? 'цими днями'
      : f.window === 1
        ? 'цим днем'
        : f.window === 7
          ? 'цим тижнем'
          : form('uk', f.window, { one: `цим ${f.window} днем`, other: `цими ${f.window} днями` });
  const parts = datedParts('uk', f);
  const moved = f.moved.length > 0 ? `Лінія змінилася: ${someOf('uk', f.moved, ' та інші місця')}.` : '';
  const lead =
    parts.length > 0 ? `Датовано ${span}: ${list('uk', parts)}.` : moved || `Нічого не датовано ${span}.`;
  const rest: string[] = [];
  if (moved && lead !== moved) rest.push(moved);
  if (f.touching > 0)
    rest.push(
      `${counted('uk', f.touching, { one: 'подія', few: 'події', many: 'подій', other: 'події' })} з довшим проміжком.`,
    );
  const u = f.undated;
  const undated = [
    u.advances > 0
      ? `просування ${u.advances === 1 ? 'в одному' : `у ${u.advances}`} ${form('uk', u.advances, { one: 'районі', other: 'районах' })}`
      : '',
    u.grids > 0 ? `удари по енергомережах (${u.grids})` : '',
  ].filter(Boolean);
  const more = u.strikes + u.others;
  if (undated.length > 0 && u.reported) {
    const report = `у повідомленні від ${longDay('uk', u.reported.day)}${u.reported.orLater ? ' або пізнішому' : ''}`;
    rest.push(`Без дати, ${report}: ${list('uk', undated)}.`);
    if (more > 0) rest.push(`Ще без дати: ${more}.`);
  } else if (more > 0) rest.push(`Без дати: ${more}.`);
  if (f.claimed > 0) rest.push(`Лише за заявою сторони: ${f.claimed}.`);
  return { lead, rest: rest.join(' ') };
}
