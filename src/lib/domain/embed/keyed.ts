import * as v from 'valibot';

/** `w-` and ten random base32 characters: where a newsroom's map stays, whatever is moved behind it. */
export const WIDGET_ID = /^w-[a-z2-7]{10}$/;

export const MOST_CALLOUTS = 5;

/** A newsroom's own words about a point of the map. */
const calloutSchema = v.strictObject({
  text: v.pipe(v.string(), v.trim(), v.minLength(1, 'is empty'), v.maxLength(120, 'is too long')),
  point: v.tuple([
    v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
    v.pipe(v.number(), v.minValue(-85), v.maxValue(85)),
  ]),
});
export type Callout = v.InferOutput<typeof calloutSchema>;

/** What a newsroom adds to a map in its own words, which are marked as its own. */
export const ownWordsSchema = v.strictObject({
  title: v.pipe(v.string(), v.trim(), v.maxLength(160, 'is too long')),
  credit: v.pipe(v.string(), v.trim(), v.maxLength(160, 'is too long')),
  callouts: v.pipe(
    v.array(calloutSchema),
    v.maxLength(MOST_CALLOUTS, `are too many; ${MOST_CALLOUTS} at most`),
  ),
});
export type OwnWords = v.InferOutput<typeof ownWordsSchema>;

export const NO_WORDS: OwnWords = { title: '', credit: '', callouts: [] };

/** A map that a newsroom holds a key to. */
export interface KeyedWidget {
  readonly id: string;
  /** Of the newsroom: what its own words are marked with. */
  readonly name: string;
  /** The parameters of the widget that it shows now. */
  readonly query: string;
  readonly words: OwnWords;
  /** Sites that alone may show it; none is for any that may show widgets at all. */
  readonly sites: readonly string[];
}

/** Callouts as they are typed, one a line: longitude, latitude and the words. Undefined where a line is none. */
export function calloutsFrom(text: string): Callout[] | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const found = lines.map((line) => {
    const [, lng, lat, words] =
      /^\s*(-?\d{1,3}(?:\.\d+)?)\s*,\s*(-?\d{1,2}(?:\.\d+)?)\s+(.+)$/.exec(line) ?? [];
    const read = v.safeParse(calloutSchema, { text: words ?? '', point: [Number(lng), Number(lat)] });
    return read.success ? read.output : undefined;
  });
  return found.length <= MOST_CALLOUTS && found.every((one) => one !== undefined) ? found : undefined;
}

export const calloutsText = (callouts: readonly Callout[]): string =>
  callouts.map(({ text, point: [lng, lat] }) => `${lng}, ${lat} ${text}`).join('\n');
