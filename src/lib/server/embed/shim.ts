import { createHash } from 'node:crypto';
import v1 from '#lib/embed/shim/v1.js?raw';
import { conditional, etagOf, OPEN } from '../api/conditional.ts';

/** The script that an article may have, under an address whose bytes never change. */
export interface Shim {
  readonly path: string;
  /** As the `integrity` attribute of a script wants it. */
  readonly integrity: string;
  readonly body: string;
}

const SHIM: Shim = {
  path: '/embed/v1.js',
  integrity: `sha384-${createHash('sha384').update(v1).digest('base64')}`,
  body: v1,
};

export const shimOf = (): Shim => SHIM;

/** @param seconds for which any cache may keep it */
export const shimAnswer = (request: Request, seconds: number): Promise<Response> =>
  conditional(
    request,
    etagOf(SHIM.integrity),
    {
      ...OPEN,
      'content-type': 'text/javascript; charset=utf-8',
      'cache-control': `public, max-age=${seconds}`,
    },
    () => SHIM.body,
  );
