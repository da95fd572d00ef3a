import type { ScriptAddress } from '#lib/domain/embed/snippets.ts';
import { shimOf } from './shim.ts';

/** Where the script of widgets is, and the hash of its bytes, which never change under that address. */
export const scriptAddress = (origin: string): ScriptAddress => {
  const { path, integrity } = shimOf();
  return { src: origin + path, integrity };
};
