export type Sent<Done> =
  | { readonly done: Done }
  | { readonly problems: readonly { readonly path: string; readonly reason: string }[] }
  /** `large`: the door refuses a body of that size; `out`: somebody else has to sign in first. */
  | { readonly why: 'stopped' | 'failed' | 'large' | 'out' };

/** Send a form and hear line by line how far it is. It never throws: a line that is cut is an answer too. */
export async function sendImport<Progress extends object, Done>(
  path: string,
  form: FormData,
  onProgress: (at: Progress) => void,
  signal: AbortSignal,
): Promise<Sent<Done>> {
  try {
    const response = await fetch(path, { method: 'POST', body: form, signal });
    if (!response.ok) {
      if (response.status === 413) return { why: 'large' };
      if (response.status === 401) return { why: 'out' };
      const { problems } = (await response.json()) as { problems?: { path: string; reason: string }[] };
      return problems ? { problems } : { why: 'failed' };
    }
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    let rest: string[] = [];
    for (;;) {
      const next = await reader?.read();
      if (!next || next.done) return { why: 'failed' };
      const [first = '', ...more] = next.value.split('\n');
      // The last line may be megabytes long and come in a thousand pieces.
      rest.push(first);
      for (const line of more) {
        const said = JSON.parse(rest.join('')) as Progress | { done: Done } | { failed: true };
        rest = [line];
        if ('done' in said) return said;
        if ('failed' in said) return { why: 'failed' };
        onProgress(said);
      }
    }
  } catch {
    return { why: signal.aborted ? 'stopped' : 'failed' };
  }
}
