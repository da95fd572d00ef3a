/** Why the server did not do what it was asked. */
export type Failure = 'offline' | 'signed-out' | 'refused' | 'failed';

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly why: Failure;
      readonly problems: readonly { path: string; reason: string }[];
    };

/** Ask an address of the desk. It never throws: a line that is cut, and an answer that is none, are answers too. */
export async function ask<T>(path: string, body?: unknown, signal?: AbortSignal): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...(body === undefined
        ? {}
        : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch {
    return { ok: false, why: 'offline', problems: [] };
  }
  let value: unknown;
  try {
    value = await response.json();
  } catch {
    return { ok: false, why: 'failed', problems: [] };
  }
  if (response.ok) return { ok: true, value: value as T };
  const problems = (value as { problems?: { path: string; reason: string }[] }).problems ?? [];
  const why = response.status === 401 ? 'signed-out' : response.status < 500 ? 'refused' : 'failed';
  return { ok: false, why, problems };
}
