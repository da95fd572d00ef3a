import type { Field } from '#lib/formats/events/fields.ts';
import type { FileFault } from '#lib/formats/events/index.ts';
import type { Sample } from '#lib/formats/events/read.ts';
import type { MappingState } from './mapping-state.ts';

/** The beginning of a file as the server reads it, or why it cannot. */
export type Looked =
  { readonly sample: Sample; readonly guess: Partial<Record<Field, string>> } | { readonly fault: FileFault };

/** So much of a file is looked at: a hundred rows of any table. */
const HEAD = 400_000;

/** Undefined where the server does not answer. */
export async function sampleFile(
  file: File,
  { delimiter, encoding }: MappingState,
): Promise<Looked | undefined> {
  const form = new FormData();
  form.set('file', file.slice(0, HEAD));
  form.set('name', file.name);
  if (file.size > HEAD) form.set('cut', '1');
  if (delimiter) form.set('delimiter', delimiter);
  if (encoding) form.set('encoding', encoding);
  try {
    const response = await fetch('/desk/api/import/sample', { method: 'POST', body: form });
    return response.ok ? ((await response.json()) as Looked) : undefined;
  } catch {
    return undefined;
  }
}
