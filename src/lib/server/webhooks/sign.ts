import { createHmac } from 'node:crypto';

/**
 * What proves that a call is ours and of now: an HMAC-SHA256 over the seconds and the body, with the secret of the key.
 * Whoever is called makes it again, compares, and refuses what is older than some minutes.
 */
export const signature = (secret: string, seconds: number, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
