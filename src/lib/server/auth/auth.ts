import { betterAuth } from 'better-auth';
import { twoFactor } from 'better-auth/plugins';
import type { AccountStore } from '../store/accounts.ts';

/** Where the library's own addresses lie. */
export const AUTH_PATH = '/desk/auth';
/** The header in which we tell the library who asks; whatever a client sends in it is overwritten. */
export const ADDRESS_HEADER = 'x-salient-address';

/** Shortest password that is taken; length counts for more than odd characters. */
export const SHORTEST_PASSWORD = 12;
export const LONGEST_PASSWORD = 256;

/** Signed out after so long without a request, in seconds. */
const IDLE_S = 12 * 3600;
/** Signed out after so long, whatever was done meanwhile, in milliseconds. */
export const ABSOLUTE_MS = 14 * 86_400_000;
/** Attempts to sign in from one address in a minute. */
const ATTEMPTS = 10;

/**
 * Accounts and sessions, by better-auth on our own database. Nobody signs up by themselves: accounts are made by links
 * of an admin (entry.ts).
 *
 * @param origin scheme, host and port under which people come; over https the cookies are sent over https alone
 */
export async function openAuth(accounts: AccountStore, origin: string) {
  return betterAuth({
    appName: 'Salient',
    baseURL: origin,
    basePath: AUTH_PATH,
    secret: await accounts.secret(),
    // Its type asks for tables of its own; it reads them by their names.
    database: accounts.database as never,
    trustedOrigins: [origin],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      additionalFields: { role: { type: 'string', input: false, defaultValue: 'none', required: true } },
    },
    session: { expiresIn: IDLE_S, updateAge: 300 },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 200,
      customRules: {
        '/sign-in/email': { window: 60, max: ATTEMPTS },
        '/two-factor/*': { window: 60, max: ATTEMPTS },
      },
    },
    advanced: {
      cookiePrefix: 'salient',
      useSecureCookies: origin.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER] },
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
    },
    plugins: [twoFactor({ issuer: 'Salient' })],
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

export type Auth = Awaited<ReturnType<typeof openAuth>>;
