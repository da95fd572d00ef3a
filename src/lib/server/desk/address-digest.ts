import { createHmac } from 'node:crypto';
import type { Store } from '../store/store.ts';

/** In whose name the log tells what was tried by somebody who was not signed in. */
export const NOBODY = 'nobody';

/** An address as the log holds it: the same for the same address, and no way back without this store's own secret. */
export const addressDigest = async ({ accounts }: Pick<Store, 'accounts'>, email: string): Promise<string> =>
  createHmac('sha256', await accounts.secret())
    .update(email.toLowerCase())
    .digest('hex')
    .slice(0, 32);
