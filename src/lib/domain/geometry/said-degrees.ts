import { fault, metresOf, stepOf, type Fault, type Read, type Reading } from './point-reading.ts';

type Axis = 'lat' | 'lng';
type Token =
  | { readonly type: 'number'; readonly digits: string; readonly minus: boolean }
  | { readonly type: 'unit'; readonly unit: 'deg' | 'min' | 'sec' }
  | { readonly type: 'letter'; readonly axis: Axis; readonly sign: 1 | -1 }
  | { readonly type: 'label'; readonly axis: Axis };

const word = (source: string): RegExp => new RegExp(`(?:${source})(?!\\p{L})\\.?`, 'iuy');

/** What may stand in a pair of degrees, in English, Ukrainian and Russian; the longer before the shorter. */
const TOKENS: readonly [RegExp, (match: RegExpExecArray) => Token | undefined][] = [
  [/[\s,;/|()[\]]+/y, () => undefined],
  [/°|º|˚|deg(?:rees?)?\b|градус\p{L}*/iuy, () => ({ type: 'unit', unit: 'deg' })],
  [/"|″|”|“|ʺ|''|′′|’’|sec\b|сек\p{L}*\.?/iuy, () => ({ type: 'unit', unit: 'sec' })],
  [/['′’‘ʹʼ`´]|min\b|мин\p{L}*\.?|хв\p{L}*\.?/iuy, () => ({ type: 'unit', unit: 'min' })],
  [word('lat(?:itude)?|широта'), () => ({ type: 'label', axis: 'lat' })],
  [word('lng|lon(?:g(?:itude)?)?|довгота|долгота'), () => ({ type: 'label', axis: 'lng' })],
  [
    word('north|n|пн\\.?(?:\\s*ш\\p{L}*)?|північ\\p{L}*(?:\\s+широт\\p{L})?|с\\.?\\s*ш|север\\p{L}*(?:\\s+широт\\p{L})?|с'),
    () => ({ type: 'letter', axis: 'lat', sign: 1 }),
  ],
  [
    word('south|s|пд\\.?(?:\\s*ш\\p{L}*)?|півден\\p{L}*(?:\\s+широт\\p{L})?|ю\\.?\\s*ш|южн\\p{L}*(?:\\s+широт\\p{L})?|юг|ю'),
    () => ({ type: 'letter', axis: 'lat', sign: -1 }),
  ],
  [
    word('east|e|сх\\.?(?:\\s*д\\p{L}*)?|схід\\p{L}*(?:\\s+довгот\\p{L})?|в\\.?\\s*д|восто\\p{L}*(?:\\s+долгот\\p{L})?|в'),
    () => ({ type: 'letter', axis: 'lng', sign: 1 }),
  ],
  [
    word('west|w|зх\\.?(?:\\s*д\\p{L}*)?|захід\\p{L}*(?:\\s+довгот\\p{L})?|з\\.?\\s*д|запад\\p{L}*(?:\\s+долгот\\p{L})?|з'),
    () => ({ type: 'letter', axis: 'lng', sign: -1 }),
  ],
  [/[:=]/y, () => undefined],
  // A sign stands before its number, never between two: "47.9-37.1" may be a range of something.
  [
    /(?<![\d.])([+\-−–]?)(\d{1,7}(?:\.\d+)?)/y,
    (match) => ({ type: 'number', digits: match[2] ?? '', minus: /[-−–]/.test(match[1] ?? '') }),
  ],
]; // prettier-ignore

/**
 * Degrees written out: decimal with point or comma, with minutes, with seconds; letters before or after, labels, or
 * nothing but two numbers, which are then taken to be latitude and longitude, in this order.
 */
export function saidDegrees(text: string): Read {
  const tokens = tokensOf(withPoints(text));
  if (!tokens) return undefined;
  const at = tokens.flatMap((token, i) => (token.type === 'number' ? [i] : []));
  if (at.length === 0) return undefined;
  if (at.length === 1)
    return fault('one-number', 'has one number only; write latitude and longitude, with decimals');
  const cut = cutOf(tokens, at);
  if (cut === undefined)
    return fault('many-numbers', `has ${at.length} numbers, which are no pair of degrees; paste one point`);
  return pairOf(tokens, at, cut);
}

/** The tokens of a text, or undefined where it holds anything that does not belong to a pair of degrees. */
function tokensOf(text: string): Token[] | undefined {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length;) {
    const next = TOKENS.find(([pattern]) => {
      pattern.lastIndex = i;
      return pattern.test(text);
    });
    if (!next) return undefined;
    next[0].lastIndex = i;
    const match = next[0].exec(text) as RegExpExecArray;
    const token = next[1](match);
    if (token) tokens.push(token);
    i += match[0].length;
  }
  return tokens;
}

/** Commas as decimal points, where no number has a point: "47,978; 37,177", "47,978, 37,177", "47,978,37,177". */
const withPoints = (text: string): string =>
  /\d\.\d/.test(text) || !/\d,\d+\D+\d|^\D*\d+,\d+\D*$/.test(text)
    ? text
    : text.replace(/(\d),(\d+)/g, '$1.$2');

/** The place in the list of numbers where the second coordinate begins. */
function cutOf(tokens: readonly Token[], at: readonly number[]): number | undefined {
  const degrees = at.flatMap((i, n) => (isUnit(tokens[i + 1], 'deg') ? [n] : []));
  if (degrees.length === 2) return degrees[1];
  return degrees.length < 2 && [2, 4, 6].includes(at.length) ? at.length / 2 : undefined;
}

const isUnit = (token: Token | undefined, unit: 'deg' | 'min' | 'sec'): boolean =>
  token?.type === 'unit' && token.unit === unit;

interface Angle {
  readonly degrees: number;
  readonly step: number;
  readonly parts: number;
  readonly axis: Axis | undefined;
}

function pairOf(tokens: readonly Token[], at: readonly number[], cut: number): Read {
  const [first, second] = [at[0] as number, at[cut] as number];
  const lastOfFirst = at[cut - 1] as number;
  const prefixed = tokens.slice(0, first).some((token) => token.type === 'letter');
  // Between the two: units and letters after a number are the first one's, labels and letters before one the second's.
  const ofSecond = (token: Token): boolean =>
    token.type === 'label' || (token.type === 'letter' && prefixed) || token.type === 'number';
  const between = tokens.slice(lastOfFirst + 1, second);
  const one = angleOf([...tokens.slice(0, lastOfFirst + 1), ...between.filter((t) => !ofSecond(t))]);
  if ('fault' in one) return one;
  const two = angleOf([...between.filter(ofSecond), ...tokens.slice(second)]);
  if ('fault' in two) return two;
  if (one.axis !== undefined && one.axis === two.axis)
    return fault(
      'axis-twice',
      `says ${one.axis === 'lat' ? 'latitude' : 'longitude'} twice; one of each is wanted`,
    );
  const turned = one.axis === 'lng' || two.axis === 'lat';
  const [lat, lng] = turned ? [two, one] : [one, two];
  return {
    form: formOf(Math.max(one.parts, two.parts)),
    lat: lat.degrees,
    lng: lng.degrees,
    metres: metresOf({ lat: lat.step, lng: lng.step }, lat.degrees),
    ordered: one.axis !== undefined || two.axis !== undefined,
  };
}

const formOf = (parts: number): Reading['form'] =>
  parts === 1 ? 'decimal' : parts === 2 ? 'degrees-minutes' : 'degrees-minutes-seconds';

const UNITS = ['deg', 'min', 'sec'];

const numbersBefore = (tokens: readonly Token[], i: number): number =>
  tokens.slice(0, i).filter((token) => token.type === 'number').length;

/** One coordinate: degrees, minutes and seconds, of which only the last may have decimals. */
function angleOf(tokens: readonly Token[]): Angle | Fault {
  const numbers = tokens.filter((token) => token.type === 'number');
  const named = tokens.filter((token) => token.type === 'letter' || token.type === 'label');
  const signs = tokens.filter((token) => token.type === 'letter').map((token) => token.sign);
  if (new Set(named.map((token) => token.axis)).size > 1 || new Set(signs).size > 1)
    return fault('axis-twice', 'has letters that contradict each other; give each number one letter');
  if (numbers.length > 3 || numbers.slice(0, -1).some(({ digits }) => digits.includes('.')))
    return fault('many-numbers', 'has more numbers than one point has; paste one point at a time');
  if (numbers.slice(1).some(({ digits, minus }) => minus || Number(digits) >= 60))
    return fault(
      'minutes',
      'has minutes or seconds that are not between 0 and 60; see whether they are decimals',
    );
  if (tokens.some((token, i) => token.type === 'unit' && token.unit !== UNITS[numbersBefore(tokens, i) - 1]))
    return fault(
      'minutes',
      'has the signs of degrees, minutes and seconds in another order; write 47°58′42″',
    );
  const minus = numbers[0]?.minus === true;
  if (minus && signs.length > 0)
    return fault('sign-and-letter', 'has a minus and a letter at the same number; leave one of them out');
  const size = numbers.reduce((sum, { digits }, i) => sum + Number(digits) / 60 ** i, 0);
  return {
    degrees: size * (minus ? -1 : (signs[0] ?? 1)),
    step: stepOf(numbers.at(-1)?.digits ?? '') / 60 ** (numbers.length - 1),
    parts: numbers.length,
    axis: named[0]?.axis,
  };
}
