import { lookup } from 'node:dns/promises';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';

/** What an address answered; no status where it did not. */
export interface Answer {
  readonly status: number | undefined;
  /** The beginning of it, or why there is none. */
  readonly text: string;
}

export type Send = (url: string, headers: Readonly<Record<string, string>>, body: string) => Promise<Answer>;

export interface SendRules {
  /** Whether a machine of this address may be called. */
  readonly isAllowed: (address: string) => boolean;
  readonly resolve: (host: string) => Promise<readonly string[]>;
  /** In milliseconds, for all of it. */
  readonly patience: number;
}

export const USUAL_RULES: SendRules = {
  isAllowed: isPublicAddress,
  resolve: async (host) => (await lookup(host, { all: true })).map((found) => found.address),
  patience: 8000,
};

/** Of what is answered, so much is kept; the rest is not read. */
const MOST_TEXT = 300;

/**
 * Post to an address that somebody gave: only where every machine that its name stands for may be called, to the very
 * machine that was looked at, and without following where it sends on.
 */
export const sender =
  (rules: SendRules): Send =>
  async (address, headers, body) => {
    try {
      const url = new URL(address);
      const host = url.hostname.replace(/^\[|\]$/g, '');
      const found = isIP(host) === 0 ? await within(rules.patience, rules.resolve(host)) : [host];
      const [first] = found;
      if (first === undefined) return { status: undefined, text: 'no machine has this name' };
      if (!found.every(rules.isAllowed))
        return { status: undefined, text: 'the address is private; nothing was sent' };
      return await post(url, first, headers, body, rules.patience);
    } catch (error) {
      return {
        status: undefined,
        text: (error instanceof Error ? error.message : String(error)).slice(0, MOST_TEXT),
      };
    }
  };

/** What is promised, or a fault where it takes longer than so many milliseconds. */
const within = async <T>(ms: number, promised: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('the name was not found in time')), ms);
  });
  return Promise.race([promised, late]).finally(() => clearTimeout(timer));
};

const post = (
  url: URL,
  machine: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  patience: number,
): Promise<Answer> =>
  new Promise((done, failed) => {
    const request = (url.protocol === 'https:' ? https : http)(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
        agent: false,
        signal: AbortSignal.timeout(patience),
        // The name is not asked again: it could stand for another machine by now.
        lookup: (_host, options, found) => {
          const family = isIP(machine);
          if (options.all) found(null, [{ address: machine, family }]);
          else found(null, machine, family);
        },
      },
      (response) => {
        let text = '';
        const end = (): void => {
          done({ status: response.statusCode, text: text.slice(0, MOST_TEXT) });
          request.destroy();
        };
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length >= MOST_TEXT) end();
        });
        response.on('end', end);
        response.on('error', failed);
      },
    );
    request.on('error', failed);
    request.end(body);
  });
