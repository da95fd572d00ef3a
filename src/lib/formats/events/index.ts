export { chosenOf, type Unknown } from './choices.ts';
export {
  eventOfRow,
  identityOf,
  type EventRow,
  type Left,
  type Surroundings,
  type Taken,
} from './event-row.ts';
export { guessed } from './guess.ts';
export type { EventsFile } from './input.ts';
export { CHOICES, FIELDS, type ChoiceField, type Field } from './fields.ts';
export { columnsOf, eventMappingSchema, readEventMapping, type EventMapping } from './mapping.ts';
export { checkMapped, readRows, sampleOf, type EventFormat, type Sample } from './read.ts';
export { UnreadableFile, type FileFault, type Refused, type Row, type RowFault } from './rows.ts';
export type { Unlocated } from './where.ts';
