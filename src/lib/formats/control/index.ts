/** The ground that files of others show, day by day. */
export { readControl, LONGEST } from './read.ts';
export type { ControlDay, ControlLedger, ControlOptions, ControlRead } from './read.ts';
export type { ControlFile } from './input.ts';
export { readDayFrom, FIRST_DAY, type DayFrom } from './dating.ts';
export { mappingSchema, readMapping, goTogether, type LedgerName, type Mapping } from './mapping.ts';
export type { Fault, ImportReport, LedgerReport, Mended, Named, Refusal, Repair, Where } from './report.ts';
export { readPieces, UnreadablePieces } from './pieces.ts';
export type { Piece, PieceFault, Pieces, PiecesFault, PiecesOptions, Value } from './pieces.ts';
export { checkedDay, datesOf } from './dating.ts';
export { picker, type Pick } from './mapping.ts';
export { coloursOf } from './document.ts';
export { isOfUnits } from './units.ts';
export { short } from './short.ts';
