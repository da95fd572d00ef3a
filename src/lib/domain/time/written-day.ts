import { addDays, dayOfInstant, isDay, type Day } from './day.ts';
import type { BoundedPeriod } from './period.ts';

/** How dates of a table are written, as far as they do not say so themselves. Nothing of it is guessed. */
export interface DayForms {
  /** Of `03/04/2022`: which number is the day. */
  readonly order?: 'dmy' | 'mdy' | 'ymd' | undefined;
  /** What a plain number is: days since 1900 as spreadsheets count, or seconds or milliseconds since 1970. */
  readonly number?: 'excel' | 'unix-s' | 'unix-ms' | undefined;
}

/** Why a text is no day. `order`: it is a date, but nobody said which number is the day. */
export type DayFault = 'empty' | 'unread' | 'order' | 'number' | 'calendar';

export type WrittenDay =
  | {
      readonly ok: true;
      readonly period: BoundedPeriod;
      /** A clock time stood there too, and was left out. */
      readonly hour: boolean;
    }
  | { readonly ok: false; readonly fault: DayFault };

const CLOCK = String.raw`(?:[T ,]+\d{1,2}(?::\d{2}){1,2}(?:[.,]\d+)?(?:\s*[ap]m)?)?`;
const ZONE = String.raw`(?:\s*(?:Z|UTC|[+-]\d{2}:?\d{2}))?`;
const ISO = new RegExp(`^(\\d{4})-(\\d{1,2})-(\\d{1,2})(${CLOCK})(${ZONE})$`, 'i');
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const DOTTED = new RegExp(`^(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})(${CLOCK})$`, 'i');
const SLASHED = new RegExp(`^(\\d{1,4})[/-](\\d{1,2})[/-](\\d{1,4})(${CLOCK})$`, 'i');
const NUMBER = /^\d+(?:\.\d+)?$/;

const no = (fault: DayFault): WrittenDay => ({ ok: false, fault });
const pad = (n: string, length = 2): string => n.padStart(length, '0');

function dayOf(year: string, month: string, d: string, hour: boolean): WrittenDay {
  const text = `${year}-${pad(month)}-${pad(d)}`;
  if (!isDay(text)) return no('calendar');
  return { ok: true, period: { from: text, until: addDays(text, 1) }, hour };
}

/** An instant is a day in Kyiv. */
function dayAt(ms: number): WrittenDay {
  if (!Number.isFinite(ms) || Math.abs(ms) > 8e15) return no('calendar');
  const d = dayOfInstant(ms);
  return isDay(d) ? { ok: true, period: { from: d, until: addDays(d, 1) }, hour: true } : no('calendar');
}

/**
 * The day that a cell of a table says: ISO dates, `20241125`, a month `2024-11`, `25.11.2024`, and Unix time of ten or
 * thirteen digits. What can be read in two ways is read only as declared; an hour is dropped, and with a zone the day
 * is that in Kyiv.
 */
export function writtenDay(written: string, forms: DayForms = {}): WrittenDay {
  const text = written.normalize('NFKC').trim();
  if (text === '') return no('empty');
  if (text.length > 60) return no('unread');
  const iso = ISO.exec(text);
  if (iso) {
    const [, year = '', month = '', d = '', clock = '', zone = ''] = iso;
    const plain = dayOf(year, month, d, clock !== '');
    return zone === '' || clock === '' || !plain.ok ? plain : zoned(plain.period.from, clock, zone);
  }
  const dotted = DOTTED.exec(text);
  if (dotted) return dayOf(dotted[3] ?? '', dotted[2] ?? '', dotted[1] ?? '', dotted[4] !== '');
  if (NUMBER.test(text)) return numbered(text, forms.number);
  const month = MONTH.exec(text);
  if (month) return monthOf(month[1] ?? '', month[2] ?? '');
  const slashed = SLASHED.exec(text);
  return slashed ? ordered(slashed, forms.order) : no('unread');
}

function numbered(text: string, as: DayForms['number']): WrittenDay {
  const n = Number(text);
  // Day 60 of spreadsheets is 29 February 1900, which was none; what is later counts from 30 December 1899.
  if (as === 'excel') return n > 60 && n < 110_000 ? serial(n) : no('number');
  if (as === 'unix-s') return dayAt(n * 1000);
  if (as === 'unix-ms') return dayAt(n);
  const compact = COMPACT.exec(text);
  if (compact) return dayOf(compact[1] ?? '', compact[2] ?? '', compact[3] ?? '', false);
  if (/^1\d{9}(\.\d+)?$/.test(text)) return dayAt(n * 1000);
  if (/^1\d{12}$/.test(text)) return dayAt(n);
  return no('number');
}

function serial(n: number): WrittenDay {
  const d = addDays('1899-12-30' as Day, Math.floor(n));
  return isDay(d)
    ? { ok: true, period: { from: d, until: addDays(d, 1) }, hour: !Number.isInteger(n) }
    : no('calendar');
}

function monthOf(year: string, month: string): WrittenDay {
  const first = `${year}-${month}`;
  const next = month === '12' ? `${Number(year) + 1}-01` : `${year}-${pad(String(Number(month) + 1))}`;
  const [from, until] = [`${first}-01`, `${next}-01`];
  return isDay(from) && isDay(until) ? { ok: true, period: { from, until }, hour: false } : no('calendar');
}

function ordered(found: RegExpExecArray, order: DayForms['order']): WrittenDay {
  const [, a = '', b = '', c = '', clock = ''] = found;
  const hour = clock !== '';
  if (a.length === 4 && c.length <= 2) return dayOf(a, b, c, hour);
  if (c.length !== 4 || a.length > 2) return no('unread');
  if (order === undefined || order === 'ymd') return no('order');
  return order === 'dmy' ? dayOf(c, b, a, hour) : dayOf(c, a, b, hour);
}

function zoned(d: Day, clock: string, zone: string): WrittenDay {
  const [, h = '', m = '', half] = /(\d{1,2}):(\d{2})(?:[^ap]*([ap]m))?/i.exec(clock) ?? [];
  const hours = half === undefined ? Number(h) : (Number(h) % 12) + (/p/i.test(half) ? 12 : 0);
  const [, sign, zh = '0', zm = '0'] = /([+-])(\d{2}):?(\d{2})/.exec(zone) ?? [];
  if (hours > 24 || Number(m) > 59) return no('calendar');
  const away = (Number(zh) * 60 + Number(zm)) * (sign === '-' ? -1 : 1);
  return dayAt(Date.parse(`${d}T00:00:00Z`) + (hours * 60 + Number(m) - away) * 60_000);
}
