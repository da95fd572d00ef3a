import type { Fault } from '../formats/control/report.ts';

/** How to unpack a file, as one types it. */
export const UNPACK: Readonly<Record<Extract<Fault, { code: 'packed' }>['how'], string>> = {
  xz: 'xz -dk',
  gz: 'gzip -dk',
  zip: 'unzip',
  bz2: 'bzip2 -dk',
  zst: 'zstd -dk',
  '7z': '7z x',
};
