/** One row of a table, one line, one feature: its cells by the names of their columns. */
export interface Row {
  /** The line in the file on which it begins, or for features their number; from 1. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
}

/** Why a row is not taken, as a code that words in any language are made from. */
export type RowFault =
  | { readonly code: 'cells'; readonly found: number; readonly wanted: number }
  | { readonly code: 'quotes' }
  | { readonly code: 'too-long'; readonly megabytes: number }
  | { readonly code: 'not-json' }
  | { readonly code: 'not-feature' }
  | { readonly code: 'not-point'; readonly type: string }
  | { readonly code: 'units' }
  | { readonly code: 'no-title' }
  | { readonly code: 'no-kind' }
  | { readonly code: 'unknown-kind'; readonly value: string }
  | { readonly code: 'no-day' }
  | {
      readonly code: 'day';
      readonly fault: 'unread' | 'order' | 'number' | 'calendar';
      readonly value: string;
    }
  | { readonly code: 'day-early'; readonly value: string; readonly first: string }
  | { readonly code: 'day-future'; readonly value: string; readonly today: string }
  | { readonly code: 'ends-before'; readonly value: string }
  | { readonly code: 'coordinates'; readonly value: string }
  | { readonly code: 'swapped'; readonly value: string }
  | { readonly code: 'nowhere' }
  | { readonly code: 'no-precision' };

export type Refused = { readonly number: number; readonly fault: RowFault };

/** Why a file is not read at all, or not to its end. Nothing of it is written then. */
export type FileFault =
  | { readonly code: 'unreadable'; readonly message: string }
  | { readonly code: 'packed'; readonly how: string }
  | { readonly code: 'encoding'; readonly seems: 'utf-16le' | 'utf-16be' | 'windows-1251' | 'other' }
  | { readonly code: 'too-large'; readonly megabytes: number }
  | { readonly code: 'row-too-long'; readonly number: number; readonly megabytes: number }
  | { readonly code: 'empty' }
  | { readonly code: 'format'; readonly name: string }
  | { readonly code: 'one-column'; readonly name: string }
  | { readonly code: 'same-columns'; readonly names: readonly string[] }
  | { readonly code: 'columns'; readonly missing: readonly string[]; readonly there: readonly string[] }
  | { readonly code: 'broken'; readonly number: number; readonly message: string }
  | { readonly code: 'no-features' }
  | { readonly code: 'crs'; readonly name: string }
  | { readonly code: 'doctype' };

export class UnreadableFile extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** What a reader gives: the columns once, where a table has a head; then rows and those that are none. */
export type Read =
  { readonly columns: readonly string[] } | { readonly row: Row } | { readonly refused: Refused };

/** Columns that geometry stands in, for readers of features. */
export const LNG = '$lng';
export const LAT = '$lat';

/** Longest row, line or feature, in characters. */
export const LONGEST = 1_000_000;

/** Signs that steer a terminal or a page are no text; line breaks are. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, ' ')
    .trim();
