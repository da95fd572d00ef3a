import type { Event } from '../../domain/events/event.ts';
import type { EventKind } from '../../domain/events/terms.ts';
import type { PlaceIndex } from '../../domain/places/in-text.ts';
import type { BoundedPeriod } from '../../domain/time/period.ts';
import { chosenOf, type Chosen, type Unknown } from './choices.ts';
import type { TextField } from './fields.ts';
import { valueOf, type EventMapping } from './mapping.ts';
import type { Row, RowFault } from './rows.ts';
import { marksTroops } from './units.ts';
import { periodOf, reportedOn, type Times } from './when.ts';
import { whereOf, type Unlocated } from './where.ts';

/** What of a row was left out or shortened, though the row was taken. */
export type Left = 'link' | 'geolocation' | 'quotation' | 'title' | 'weapon' | 'point';

/** What a row says of an event: all of it but its id and what it cites. */
export interface EventRow {
  readonly event: Partial<Omit<Event, 'id' | 'claims' | 'title'>> & {
    readonly title: { readonly en?: string; readonly uk?: string };
    readonly point: Event['point'];
    readonly kind: EventKind;
    readonly period: Event['period'];
  };
  readonly says: NonNullable<Chosen['says']>;
  readonly party: 'russia' | 'ukraine' | undefined;
  readonly speaker: string;
  readonly claim: string;
  readonly publisher: string;
  readonly quotation: string;
  readonly link: string;
  readonly geolocation: string;
  readonly reported: BoundedPeriod | undefined;
  readonly placeName: string | undefined;
  readonly unlocated: Unlocated | undefined;
  readonly left: readonly Left[];
}

export type Taken =
  | { readonly is: 'event'; readonly value: EventRow; readonly unknown: readonly Unknown[] }
  | { readonly is: 'skipped' }
  | { readonly is: 'refused'; readonly fault: RowFault; readonly unknown: readonly Unknown[] };

export interface Surroundings extends Times {
  readonly index: PlaceIndex;
}

const LONGEST_TITLE = 300;
const LONGEST_NOTE = 5000;
const LONGEST_QUOTATION = 160;
/** Kinds that are words and decisions: they may speak of troops without showing where they are. */
const OF_WORDS: readonly EventKind[] = ['diplomacy', 'announcement', 'assessment', 'detention'];
const TELLING = /^(description|desc|brief[ _-]?description|comment|summary|popup|details?|опис|описание)$/i;

/** What a row comes to, by a mapping. */
export function eventOfRow({ cells }: Row, mapping: EventMapping, around: Surroundings): Taken {
  const said = chosenOf(mapping, cells);
  if (said === 'skip') return { is: 'skipped' };
  const { chosen, unknown } = said;
  const text = (field: TextField): string => valueOf(mapping.fields[field], cells);
  const refuse = (fault: RowFault): Taken => ({ is: 'refused', fault, unknown });

  const [title, title_uk] = [text('title'), text('title_uk')];
  const { kind } = chosen;
  const told = [...cells].filter(([name]) => TELLING.test(name)).map(([, value]) => value);
  const texts =
    kind && OF_WORDS.includes(kind) ? [] : [title, title_uk, text('note'), text('claim'), ...told];
  if (marksTroops(cells, texts)) return refuse({ code: 'units' });
  if (kind === undefined) {
    const [value] = unknown.filter(({ field }) => field === 'kind');
    return refuse(value ? { code: 'unknown-kind', value: value.value } : { code: 'no-kind' });
  }
  if (title === '' && title_uk === '') return refuse({ code: 'no-title' });
  const when = periodOf(mapping, cells, around);
  if ('fault' in when) return refuse(when.fault);
  const where = whereOf(mapping, cells, around.index, chosen.precision);
  if ('fault' in where) return refuse(where.fault);

  const left: Left[] = where.coarse ? ['point'] : [];
  const link = address(text('link'), () => left.push('link'));
  const geolocation = address(text('geolocation'), () => left.push('geolocation'));
  const cut = (words: string): string => {
    const line = words.replace(/\s+/g, ' ');
    if (line.length <= LONGEST_TITLE) return line;
    left.push('title');
    return `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
  };
  let quotation = text('quotation');
  if (quotation.length > LONGEST_QUOTATION) {
    left.push('quotation');
    quotation = '';
  }
  const isStrike = kind === 'strike';
  if (!isStrike && (chosen.weapon ?? chosen.target)) left.push('weapon');
  const note = text('note').slice(0, LONGEST_NOTE);
  const { country } = where.place ?? {};
  const theatre =
    chosen.theatre ??
    (country === undefined
      ? undefined
      : country === 'UA'
        ? 'ukraine'
        : country === 'RU'
          ? 'russia'
          : 'elsewhere');
  return {
    is: 'event',
    unknown,
    value: {
      event: {
        kind,
        point: where.point,
        period: when.period,
        title: { ...(title ? { en: cut(title) } : {}), ...(title_uk ? { uk: cut(title_uk) } : {}) },
        ...(note ? { note: { en: note } } : {}),
        ...(where.location ? { location: where.location as Event['location'] } : {}),
        ...(chosen.by ? { by: chosen.by } : {}),
        ...(theatre ? { theatre } : {}),
        ...(chosen.role ? { role: chosen.role } : {}),
        ...(isStrike && chosen.weapon ? { weapon: chosen.weapon } : {}),
        ...(isStrike && chosen.target ? { target: chosen.target } : {}),
      },
      says: chosen.says ?? 'reports',
      party: chosen.party === 'none' ? undefined : chosen.party,
      speaker: text('speaker'),
      claim: text('claim').slice(0, LONGEST_NOTE),
      publisher: text('publisher'),
      quotation,
      link,
      geolocation,
      reported: reportedOn(mapping, cells, around),
      placeName: where.place?.id,
      unlocated: where.unlocated,
      left,
    },
  };
}

/** A web address as it is written, or nothing. */
function address(written: string, onOther: () => void): string {
  if (written === '') return '';
  if (/^https?:\/\/[^\s/]+\.[^\s]+$/i.test(written) && URL.canParse(written) && written.length < 2000)
    return written;
  onOther();
  return '';
}

/** What a row is known by again: the columns that the mapping names, else everything that it says. */
export function identityOf({ cells }: Row, mapping: EventMapping): string {
  const named = (mapping.identity ?? []).map((name) => cells.get(name) ?? '');
  if (named.some((cell) => cell !== '')) return JSON.stringify(['columns', ...named]);
  const all = [...cells].filter(([, value]) => value !== '').sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(['row', ...all]);
}
