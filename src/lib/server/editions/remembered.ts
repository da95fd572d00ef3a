import { createHash } from 'node:crypto';
import { bounded } from './bounded.ts';
import type { Earlier } from './kept.ts';

const memory = bounded<Promise<Earlier | undefined>>(4);

/**
 * Opened control by the hashes of all that it is read from. What was published last is kept, so that the next edition
 * goes on from it without reading years; whoever starts reads them once.
 */
export const remembered = (
  hashes: ReadonlyMap<string, string>,
  open: () => Promise<Earlier | undefined>,
): Promise<Earlier | undefined> =>
  memory(
    [...hashes]
      .map((both) => both.join(' '))
      .sort()
      .join('\n'),
    open,
  );

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
