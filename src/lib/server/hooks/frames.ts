import { splitLang } from '#lib/domain/view/address.ts';

/** Pages on which our own widgets stand in frames. */
const FRAMING = ['/embed/new', '/embed/article', '/embed/examples'];

/** The policy of a page; those that show widgets may frame our own, and nothing else. */
export const withFrames = (pathname: string, policy: string): string =>
  FRAMING.includes(splitLang(pathname).path) ? `${policy}; frame-src 'self'` : policy;
