import type { Statement } from './statement.ts';
import { ledgerIn, type ControlHistory } from './states.ts';

/** Whether a statement is among those with which its ledger begins: it tells what was held, and no change of it. */
export function begins(history: ControlHistory, s: Statement): boolean {
  const reader = ledgerIn(history, s.holder, s.basis)?.reader;
  return s.opening === true || (reader !== undefined && reader.indexOn(s.day) < 1);
}
