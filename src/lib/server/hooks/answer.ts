import { json } from '@sveltejs/kit';
import type { Result } from '#lib/domain/result.ts';

/** The body of a request as JSON, or nothing: what cannot be read is refused by whoever asks what it is. */
export const bodyOf = async (request: Request): Promise<unknown> => {
  try {
    return (await request.json()) as unknown;
  } catch {
    return undefined;
  }
};

/** An answer of the desk: the value, or what is wrong with the request. */
export const answered = (result: Result<unknown>): Response =>
  result.ok ? json(result.value) : json({ error: 'refused', problems: result.problems }, { status: 400 });

/** The fields of a request's form; none where it has no form. */
export const formOf = async (request: Request): Promise<FormData> => {
  try {
    return await request.formData();
  } catch {
    return new FormData();
  }
};
