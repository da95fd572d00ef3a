import { error, json, redirect, type Handle, type RequestEvent } from '@sveltejs/kit';
import { mayAdminister, mayOpenDesk, mayPublish } from '#lib/domain/access/access.ts';
import { address, splitLang } from '#lib/domain/view/address.ts';
import { AUTH_PATH, type Auth } from '../auth/auth.ts';
import { signedIn } from '../auth/session.ts';
import type { Config } from '../config.ts';
import { keepCookies } from '../desk/asking.ts';
import type { Desk, StaffedDesk } from '../desk/desk.ts';
import type { Store } from '../store/store.ts';

/**
 * The one style attribute that is allowed, and at the desk alone: SvelteKit's client hides with it the line that tells
 * those who hear the page of a new one.
 */
const STYLES = "style-src 'self' 'unsafe-hashes' 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='";

/** Where somebody comes in who is nobody yet. */
const OPEN = ['/desk/sign-in', '/desk/join'];

/** A body of so many bytes or more is refused before it is read, whatever it is for. */
const TOO_LARGE = 50_000_000;

export const isDesk = ({ url }: Pick<RequestEvent, 'url'>): boolean =>
  /^\/desk(\/|$)/.test(splitLang(url.pathname).path);

/**
 * The door of the desk. Nothing below its address is answered before it is known who asks, nothing is kept by any
 * cache, and what changes anything must come from a page of ours.
 */
export const deskGuard =
  ({ store, auth, config }: { store: Store; auth: Auth; config: Config }): Handle =>
  async ({ event, resolve }) => {
    const { request, url, locals } = event;
    const { path, lang } = splitLang(url.pathname);
    if (Number(request.headers.get('content-length')) >= TOO_LARGE) {
      const told = { error: 'too-large', message: 'That is too large; less than 50 MB can be sent at once.' };
      return json(told, { status: 413 });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOurs(request, config.origin)) {
      return json(
        { error: 'foreign', message: 'This request did not come from a page of this site.' },
        { status: 403 },
      );
    }
    const here = event.getClientAddress();
    // The library's own addresses are asked through ours, which hold to its limits; none is open to the world.
    if (path.startsWith(AUTH_PATH)) error(404);
    const who = await signedIn(auth, request.headers, (cookies) =>
      keepCookies(event, cookies, config.origin.startsWith('https:')),
    );
    const desk: Desk = { store, auth, config, address: here, signedIn: who };
    locals.desk = desk;
    const isOpen = OPEN.includes(path);
    if (!mayOpenDesk(who?.person) && !isOpen) {
      if (path.startsWith('/desk/api/')) {
        return json(
          { error: 'signed-out', message: 'Sign in again; what you wrote is kept in this browser.' },
          { status: 401 },
        );
      }
      redirect(303, `${address(lang, '/desk/sign-in')}?to=${encodeURIComponent(url.pathname + url.search)}`);
    }
    const response = await resolve(event);
    response.headers.set('cache-control', 'no-store');
    response.headers.set('x-robots-tag', 'noindex');
    const policy = response.headers.get('content-security-policy');
    if (policy) response.headers.set('content-security-policy', policy.replace("style-src 'self'", STYLES));
    return response;
  };

/** A browser says from which site a request comes; what says nothing is no browser, and has no cookie of ours. */
function isOurs(request: Request, origin: string): boolean {
  const from = request.headers.get('origin');
  if (from !== null) return from === origin;
  const site = request.headers.get('sec-fetch-site');
  return site === null || site === 'same-origin';
}

/** The desk of a request, with who sits at it: the guard has let nobody else through. */
export function staffed(locals: App.Locals): StaffedDesk {
  const { desk } = locals;
  if (!desk?.signedIn) error(401, 'Sign in first.');
  return { ...desk, signedIn: desk.signedIn, person: desk.signedIn.person };
}

/** The desk for what editors may see and do. */
export function editing(locals: App.Locals): StaffedDesk {
  const desk = staffed(locals);
  if (!mayPublish(desk.person)) error(403, 'Only an editor may see and do that.');
  return desk;
}

/** The desk for what admins alone may see and do; anybody else is told so. */
export function administered(locals: App.Locals): StaffedDesk {
  const desk = staffed(locals);
  if (!mayAdminister(desk.person)) error(403, 'Only an admin may see and do that.');
  return desk;
}
