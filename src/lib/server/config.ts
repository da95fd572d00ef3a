import * as v from 'valibot';
import { urlSchema } from '#lib/domain/text.ts';
import { isDay, type Day } from '#lib/domain/time/day.ts';
import type { Limits } from './live/live.ts';

const portSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,5}$/, 'is no port; write a number from 1 to 65535'),
  v.transform(Number),
  v.minValue(1, 'is no port; write a number from 1 to 65535'),
  v.maxValue(65_535, 'is no port; write a number from 1 to 65535'),
);

const countSchema = v.pipe(
  v.string(),
  v.regex(/^\d{1,6}$/, 'is no count; write a number from 0 to 999999'),
  v.transform(Number),
);

/** A site as a policy names it: scheme, host and port, with a star for any host under one. */
const SITE = /^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

/** The sites of a list. */
export const sitesIn = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);

export const sitesSchema = v.pipe(
  v.string(),
  v.check(
    (text) => sitesIn(text).length > 0 && sitesIn(text).every((site) => SITE.test(site)),
    'is no list of sites; write whole origins such as https://news.example, with spaces between them',
  ),
  v.transform(sitesIn),
);

/** What an operator may set, from the environment. Empty is the same as unset. */
const envSchema = v.object({
  PORT: v.optional(portSchema, '3000'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  SALIENT_DATA: v.optional(v.string(), 'data'),
  SALIENT_GEODATA: v.optional(v.string(), 'geodata'),
  SALIENT_SEED: v.optional(
    v.picklist(['demonstration', 'gazetteer', 'none'], 'must be "demonstration", "gazetteer" or "none"'),
    'demonstration',
  ),
  SALIENT_ORIGIN: v.optional(urlSchema),
  SALIENT_PURGE_URL: v.optional(urlSchema),
  SALIENT_STREAMS: v.optional(countSchema, '2000'),
  SALIENT_STREAMS_PER_ADDRESS: v.optional(countSchema, '60'),
  SALIENT_EMBED_SITES: v.optional(sitesSchema),
  SALIENT_COPY: v.optional(
    v.pipe(
      v.string(),
      v.check(isDay, 'is no day'),
      v.transform((day) => day as Day),
    ),
  ),
  SALIENT_COPY_EDITION: v.optional(v.pipe(countSchema, v.minValue(1, 'is no edition'))),
  SALIENT_PUBLISHER: v.optional(v.string()),
  SALIENT_CONTACT: v.optional(
    v.pipe(
      v.string(),
      v.check(
        (contact) => !/^https?:/.test(contact) || URL.canParse(contact),
        'is no address; write a mail address or a whole web address',
      ),
    ),
  ),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Folder of the database. */
  readonly data: string;
  /** Folder of the data that ship. */
  readonly geodata: string;
  /** What an empty store is filled with: the demonstration, its places alone, or nothing. */
  readonly seed: 'demonstration' | 'gazetteer' | 'none';
  /** Scheme, host and port under which readers come; no slash at the end. */
  readonly origin: string;
  /** Told what was taken down, so that a cache in front of the site forgets it. */
  readonly purgeUrl?: string | undefined;
  /** How many readers at most are told at once of new editions as they come; the others ask now and then. */
  readonly streams: Limits;
  /** Sites that may show widgets in their pages; unset, any may. */
  readonly embedSites?: readonly string[] | undefined;
  /** Set where what is served becomes a copy for other places: see there. */
  readonly copy?: Copy | undefined;
  /** Who publishes and how to reach them; unset, every page says that it is an unattended demonstration. */
  readonly publisher: string | undefined;
  readonly contact: string | undefined;
}

/**
 * A copy that is being made, by `export` and in its process alone: nothing is published or called meanwhile, and pages
 * say what they are a copy of.
 */
export interface Copy {
  /** The day on which it is made. */
  readonly made: Day;
  /** The last edition that is seen; without it, the newest. */
  readonly edition: number | undefined;
}

/** What is set wrongly, in one line. */
export class BadConfig extends Error {
  override readonly name = 'BadConfig';
}

export function readConfig(env: Record<string, string | undefined>): Config {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const result = v.safeParse(envSchema, set);
  if (!result.success) {
    const [issue] = result.issues;
    throw new BadConfig(`${v.getDotPath(issue)} ${issue.message} (it is "${String(issue.input)}").`);
  }
  const c = result.output;
  const host = c.HOST.includes(':') ? `[${c.HOST}]` : c.HOST;
  return {
    port: c.PORT,
    host: c.HOST,
    data: c.SALIENT_DATA,
    geodata: c.SALIENT_GEODATA,
    seed: c.SALIENT_SEED,
    origin: (c.SALIENT_ORIGIN ?? `http://${host}:${c.PORT}`).replace(/\/+$/, ''),
    ...(c.SALIENT_PURGE_URL ? { purgeUrl: c.SALIENT_PURGE_URL } : {}),
    streams: { all: c.SALIENT_STREAMS, perAddress: c.SALIENT_STREAMS_PER_ADDRESS },
    ...(c.SALIENT_EMBED_SITES ? { embedSites: c.SALIENT_EMBED_SITES } : {}),
    ...(c.SALIENT_COPY ? { copy: { made: c.SALIENT_COPY, edition: c.SALIENT_COPY_EDITION } } : {}),
    publisher: c.SALIENT_PUBLISHER,
    contact: c.SALIENT_CONTACT,
  };
}
