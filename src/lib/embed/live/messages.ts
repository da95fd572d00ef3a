import { isDay, type Day } from '#lib/domain/time/day.ts';
import { ZOOMS, type Camera } from '#lib/domain/view/view.ts';

/** Names the messages of widgets among those of other frames, and their version. */
export const MARK = 1;

/** What an article may ask of a widget in it. */
export type Asked =
  | { readonly type: 'setView'; readonly at: Camera }
  | { readonly type: 'setDay'; readonly day: Day }
  /** An event, by its id; none is chosen any more with null. */
  | { readonly type: 'select'; readonly id: string | null }
  /** Go on day by day up to a day; without one, stop. */
  | { readonly type: 'play'; readonly to: Day | undefined; readonly perSecond: number }
  /** Give the graphics up and show a picture. */
  | { readonly type: 'rest' };

/** What a widget tells the article that it is in. */
export type Told =
  | { readonly type: 'height'; readonly height: number }
  /** It has taken the graphics, given them up, and its page is left. */
  | { readonly type: 'live' | 'rest' | 'gone' }
  | { readonly type: 'ready' | 'viewchange'; readonly day: Day; readonly at: Camera }
  | { readonly type: 'select'; readonly id: string | null; readonly url: string | undefined }
  | { readonly type: 'link'; readonly url: string };

/** Days in a second. */
const TEMPO = { usual: 4, least: 0.5, most: 30 } as const;

const within = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && value >= least && value <= most;

/** What a message asks for; undefined where it is not one of ours, or asks for what cannot be. */
export function askedBy(data: unknown): Asked | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const said = data as Readonly<Record<string, unknown>>;
  if (said['salient'] !== MARK) return undefined;
  const { type, day, id } = said;
  if (type === 'rest') return { type };
  if (type === 'setDay') return isDayText(day) ? { type, day } : undefined;
  if (type === 'select') {
    const isId = id === null || (typeof id === 'string' && /^e-[a-z0-9]{1,20}$/.test(id));
    return isId ? { type, id } : undefined;
  }
  if (type === 'setView') {
    const { lng, lat, zoom } = (said['at'] ?? {}) as Readonly<Record<string, unknown>>;
    return within(lng, -180, 180) && within(lat, -85, 85) && within(zoom, ZOOMS.least, ZOOMS.most)
      ? { type, at: { lng, lat, zoom } }
      : undefined;
  }
  if (type === 'play') {
    const { to, perSecond = TEMPO.usual } = said;
    if (!within(perSecond, TEMPO.least, TEMPO.most)) return undefined;
    if (to === undefined || to === null) return { type, to: undefined, perSecond };
    return isDayText(to) ? { type, to, perSecond } : undefined;
  }
  return undefined;
}

const isDayText = (value: unknown): value is Day => typeof value === 'string' && isDay(value);

/** The secret that WordPress puts behind the address of a frame, and wants to hear again with every message. */
export const secretIn = (hash: string): string | undefined =>
  /[?&#]secret=([0-9a-zA-Z]{1,40})/.exec(hash)?.[1];

/** A message as a page of WordPress understands it; undefined where it has no such form. */
export function forWordPress(told: Told, secret: string): object | undefined {
  if (told.type === 'height') return { message: 'height', value: told.height, secret };
  if (told.type === 'link') return { message: 'link', value: told.url, secret };
  return undefined;
}
