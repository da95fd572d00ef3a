// The closed lists of a mapping. Without its schema, so that a browser can have them alone.
import {
  EVENT_KINDS,
  PRECISIONS,
  ROLES,
  SAYS,
  SIDES,
  TARGETS,
  THEATRES,
  WEAPONS,
} from '../../domain/events/terms.ts';

/** Fields whose values are of a closed list. */
export const CHOICES = {
  kind: EVENT_KINDS,
  by: SIDES,
  precision: PRECISIONS,
  weapon: WEAPONS,
  target: TARGETS,
  theatre: THEATRES,
  role: ROLES,
  says: SAYS,
  party: ['russia', 'ukraine', 'none'],
} as const;
export type ChoiceField = keyof typeof CHOICES;

/** Fields that are words, numbers, links. */
export const TEXT_FIELDS = [
  'title',
  'title_uk',
  'note',
  'lng',
  'lat',
  'point',
  'radius_m',
  'place',
  'within',
  'speaker',
  'link',
  'geolocation',
  'quotation',
  'claim',
  'publisher',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** `day` is one cell; `from` and `until` are the first and the last day, both included. `reported` dates the source. */
export const DAY_FIELDS = ['day', 'from', 'until', 'reported'] as const;
export type DayField = (typeof DAY_FIELDS)[number];

export const FIELDS = [...DAY_FIELDS, ...(Object.keys(CHOICES) as ChoiceField[]), ...TEXT_FIELDS] as const;
export type Field = (typeof FIELDS)[number];

export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1251'] as const;
export type Encoding = (typeof ENCODINGS)[number];
