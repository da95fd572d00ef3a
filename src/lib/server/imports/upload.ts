import { faultsOf } from '#lib/domain/desk/faults.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { refused, type Result } from '#lib/domain/result.ts';
import type { Lang } from '#lib/domain/text.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import {
  guessed,
  readEventMapping,
  sampleOf,
  UnreadableFile,
  type Field,
  type FileFault,
  type Sample,
} from '#lib/formats/events/index.ts';
import { DELIMITERS, ENCODINGS } from '#lib/formats/events/fields.ts';
import type { EventsOutcome } from '#lib/formats/events/outcome.ts';
import type { Store } from '../store/store.ts';
import { importEvents } from './events.ts';
import { fileIn, textIn } from './form-file.ts';
import { toldLines } from './told-lines.ts';

/** What a file looks like, and which column may be what; or why it cannot be read. */
export type Sampled =
  { readonly sample: Sample; readonly guess: Partial<Record<Field, string>> } | { readonly fault: FileFault };

/** Look at the beginning of a file. `cut` says that it is no more than that. */
export async function sampleUpload(form: FormData): Promise<Result<Sampled>> {
  const file = fileIn(form);
  if (!file) return refused('file', 'is missing');
  const encoding = ENCODINGS.find((one) => one === textIn(form, 'encoding'));
  const delimiter = DELIMITERS.find((one) => one === textIn(form, 'delimiter'));
  try {
    const sample = await sampleOf(file, { encoding, delimiter }, textIn(form, 'cut') === '1');
    return { ok: true, value: { sample, guess: guessed(sample.columns) } };
  } catch (error) {
    if (error instanceof UnreadableFile) return { ok: true, value: { fault: error.fault } };
    throw error;
  }
}

/** A line of what is going on. */
export type Progress =
  | { readonly bytes: number; readonly size: number; readonly rows: number; readonly drafts: number }
  | { readonly done: EventsOutcome };

/** Import what was uploaded, or try it; the answer tells line by line how far it is. */
export async function runUpload(
  store: Store,
  form: FormData,
  who: { readonly by: string; readonly lang: Lang },
): Promise<Result<ReadableStream<Uint8Array>>> {
  const file = fileIn(form);
  if (!file) return refused('file', 'is missing');
  const mapping = readEventMapping(textIn(form, 'mapping'));
  if (!mapping.ok) return mapping;
  const report = await store.work.item('report', textIn(form, 'report'));
  if (!report) return refused('report', 'is not known; choose the report that the rows are from');
  if (faultsOf('report', report.payload).length > 0)
    return refused('report', 'is not finished; give it what it still lacks, then import');
  const payload = report.payload as unknown as Report;
  if (payload.kind === 'map')
    return refused('report', 'is a map, and a map alone is evidence of nothing; cite what it rests on');
  const stream = toldLines<Progress>(async (say, signal) => {
    const done = await importEvents(store, file, {
      mapping: mapping.value,
      report: payload,
      today: dayOfInstant(Date.now()),
      by: who.by,
      lang: who.lang,
      write: textIn(form, 'write') === '1',
      signal,
      onProgress: (at) => say({ ...at, size: file.size }),
    });
    if (done.written)
      await store.work.log(who.by, 'import', 'events', { file: file.name, drafts: done.accepted });
    return { done };
  });
  return { ok: true, value: stream };
}
