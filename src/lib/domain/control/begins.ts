import type { Statement } from './statement.ts';
import { ledgerIn, type ControlHistory, type LedgerHistory } from './states.ts';

/**
 * Whether a ledger begins with a whole state: that tells what was held, and no change of hands. One that begins with a
 * piece of ground has told of a change with it.
 */
export const beginsWhole = (ledger: LedgerHistory | undefined): boolean =>
  !!ledger?.by[0]?.some((s) => s.opening || s.extent === 'snapshot');

/** Whether a statement is among those with which its ledger begins. */
export function begins(history: ControlHistory, s: Statement): boolean {
  if (s.opening) return true;
  const ledger = ledgerIn(history, s.holder, s.basis);
  return ledger !== undefined && beginsWhole(ledger) && ledger.reader.indexOn(s.day) < 1;
}
