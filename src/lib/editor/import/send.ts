import type { EventsOutcome } from '#lib/formats/events/outcome.ts';

export interface Progress {
  readonly bytes: number;
  readonly size: number;
  readonly rows: number;
  readonly drafts: number;
}

export type Sent =
  | { readonly done: EventsOutcome }
  | { readonly problems: readonly { readonly path: string; readonly reason: string }[] }
  | { readonly stopped: true }
  | { readonly failed: true };

/** Send a form and hear line by line how far it is. It never throws: a line that is cut is an answer too. */
export async function sendImport(
  form: FormData,
  onProgress: (at: Progress) => void,
  signal: AbortSignal,
): Promise<Sent> {
  try {
    const response = await fetch('/desk/api/import/run', { method: 'POST', body: form, signal });
    if (!response.ok) {
      const { problems } = (await response.json()) as { problems?: { path: string; reason: string }[] };
      return problems ? { problems } : { failed: true };
    }
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest = '';
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) return { failed: true };
      const lines = (rest + next.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const said = JSON.parse(line) as Progress | { done: EventsOutcome } | { failed: true };
        if ('done' in said || 'failed' in said) return said;
        onProgress(said);
      }
    }
  } catch {
    return signal.aborted ? { stopped: true } : { failed: true };
  }
}
