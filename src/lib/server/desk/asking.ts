import type { Lang } from '#lib/domain/text.ts';
import { askAuth, type SetCookie } from '../auth/session.ts';
import type { Desk } from './desk.ts';

/** As much of a request as asking for something that signs in or out needs. */
export interface Entering {
  readonly request: Request;
  readonly url: URL;
  readonly locals: { readonly desk?: Desk; readonly lang: Lang };
  readonly cookies: {
    set(
      name: string,
      value: string,
      options: { path: string; httpOnly: boolean; sameSite: 'lax'; secure: boolean; maxAge?: number },
    ): void;
  };
}

export const deskOf = (event: Entering): Desk => {
  const { desk } = event.locals;
  if (!desk) throw new Error('the door of the desk was passed by');
  return desk;
};

/** Ask what signs people in, and hand on the cookies that it sets. */
export async function ask(event: Entering, path: string, body: unknown) {
  const { auth, config, address: from } = deskOf(event);
  const said = await askAuth(auth, path, body, {
    headers: event.request.headers,
    origin: config.origin,
    address: from,
  });
  keepCookies(event, said.cookies, config.origin.startsWith('https:'));
  return said;
}

/** Set cookies that only our server may read, and that no other site's form sends along. */
export function keepCookies(
  { cookies }: Pick<Entering, 'cookies'>,
  all: readonly SetCookie[],
  secure: boolean,
): void {
  for (const { name, value, maxAge } of all) {
    cookies.set(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      ...(maxAge === undefined ? {} : { maxAge }),
    });
  }
}
