import type { Kysely } from 'kysely';
import type { PastedText } from '../work.ts';
import type { Tables } from './tables.ts';

/** The words of a report as they were pasted, newest first. */
export async function textsOf(db: Kysely<Tables>, report: string): Promise<PastedText[]> {
  const rows = await db
    .selectFrom('report_text')
    .selectAll()
    .where('report', '=', report)
    .orderBy('number', 'desc')
    .execute();
  return rows.map(({ number, text, pasted_at, pasted_by }) => ({
    number,
    text,
    at: pasted_at,
    by: pasted_by,
  }));
}
