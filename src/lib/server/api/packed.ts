import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { bounded } from '../editions/bounded.ts';

/** In which form a body is sent. */
type Coding = 'br' | 'gzip' | 'identity';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** The best form that a reader's browser takes. */
export function codingFor(request: Request): Coding {
  const accepted = (request.headers.get('accept-encoding') ?? '')
    .split(',')
    .map((part) => part.trim().split(';'))
    .filter(([, weight]) => weight === undefined || !/^\s*q=0(\.0+)?\s*$/.test(weight))
    .map(([name]) => name?.trim().toLowerCase());
  return accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
}

const kept = bounded<Promise<Uint8Array>>(24);

/**
 * A text, or bytes, compressed once and kept, for files that many readers get and that are large: the process compresses what is
 * not compressed yet anew for each reader.
 *
 * @param key names the text; the same key means the same text
 * @returns the body with the headers that say its form
 */
export async function packed(
  request: Request,
  key: string,
  text: () => string | Uint8Array | Promise<string | Uint8Array>,
): Promise<{ body: BodyInit; headers: Record<string, string> }> {
  const coding = codingFor(request);
  const bytes = await kept(`${coding} ${key}`, async () => {
    const raw = Buffer.from(await text());
    if (coding === 'br') return brotli(raw, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    return coding === 'gzip' ? zip(raw) : raw;
  });
  return {
    body: new Blob([bytes as BlobPart]),
    headers: {
      vary: 'accept-encoding',
      ...(coding === 'identity' ? {} : { 'content-encoding': coding }),
    },
  };
}
