import type {
  GroundAccepted,
  GroundFile,
  GroundRow,
  GroundWish,
  Verdict,
} from '#lib/formats/control/ground.ts';
import { ask, type Answer } from '#lib/ui/desk/ask.ts';
import { sendImport, type Sent } from './send.ts';

/** Read a file of ground; nothing is written. */
export function readGroundFile(
  file: File,
  exchange: boolean,
  onProgress: (at: { readonly read: number; readonly of: number }) => void,
  signal: AbortSignal,
): Promise<Sent<GroundFile>> {
  const form = new FormData();
  form.set('file', file);
  form.set('name', file.name);
  if (exchange) form.set('exchange', '1');
  return sendImport('/desk/api/import/ground', form, onProgress, signal);
}

/** What rows would become, as things are said. */
export const judgeRows = (
  file: { readonly file: string; readonly name: string | undefined },
  rows: readonly GroundRow[],
  wish: GroundWish,
  signal: AbortSignal,
): Promise<Answer<Verdict[]>> =>
  ask(
    '/desk/api/import/ground/judge',
    {
      ...file,
      rows: rows.flatMap(({ number, properties, shape }) => (shape ? [{ number, properties, shape }] : [])),
      wish,
    },
    signal,
  );

/** Make drafts of rows: all of them or none. */
export const acceptRows = (
  file: string,
  rows: readonly { readonly row: GroundRow; readonly verdict: Verdict }[],
  extent: GroundWish['extent'],
): Promise<Answer<GroundAccepted>> =>
  ask('/desk/api/import/ground/accept', {
    file,
    rows: rows.map(({ row, verdict }) => {
      const { name, feature, line } = row.where;
      const { folder } = row.properties;
      return {
        number: row.number,
        name,
        feature,
        line,
        ...(typeof folder === 'string' ? { folder } : {}),
        holder: verdict.holder,
        basis: verdict.basis,
        day: verdict.day,
        reports: verdict.reports,
        extent,
        area: row.area,
      };
    }),
  });

interface Moved {
  readonly id: string;
  readonly ok: boolean;
}
/** So many are moved by one request. */
const MOST = 500;

/** Put drafts away again; the ids of those that went. */
export async function putAway(
  drafts: readonly { readonly id: string; readonly revision: number }[],
): Promise<Answer<Set<string>>> {
  const went = new Set<string>();
  for (let i = 0; i < drafts.length; i += MOST) {
    const items = drafts.slice(i, i + MOST).map(({ id, revision }) => ({ kind: 'statement', id, revision }));
    const answer = await ask<Moved[]>('/desk/api/move', { move: 'discard', items });
    if (!answer.ok) return went.size > 0 ? { ok: true, value: went } : answer;
    for (const { id, ok } of answer.value) if (ok) went.add(id);
  }
  return { ok: true, value: went };
}
