import { createHash } from 'node:crypto';

/** A short strong ETag from the parts that an answer depends on. */
export const etagOf = (...parts: readonly (string | number | undefined)[]): string =>
  `"${createHash('sha256').update(parts.join('\n')).digest('base64url').slice(0, 22)}"`;

/** Whether the reader already has this version, so that nothing need be sent. */
export function isFresh(request: Request, etag: string): boolean {
  const asked = request.headers.get('if-none-match');
  return (
    asked !== null &&
    asked.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*')
  );
}

/**
 * Answer with a body that is made only when the reader does not have it yet.
 *
 * @param headers sent with the body and with "not modified" alike
 */
export async function conditional(
  request: Request,
  etag: string,
  headers: Record<string, string>,
  body: () => BodyInit | Promise<BodyInit>,
): Promise<Response> {
  const common = { ...headers, etag };
  if (isFresh(request, etag)) return new Response(null, { status: 304, headers: common });
  return new Response(await body(), { headers: common });
}

/** An error that a program reads: what is wrong, where, and what to do. */
export const apiError = (status: number, message: string): Response =>
  Response.json(
    { error: { status, message } },
    { status, headers: { ...OPEN, 'cache-control': 'no-cache' } },
  );

/** Public data may be read from any site; nothing about the reader is in them. */
export const OPEN = { 'access-control-allow-origin': '*' } as const;
