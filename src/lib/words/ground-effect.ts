import type { Basis, Holder } from '../domain/control/statement.ts';
import type { Lang } from '../domain/text.ts';
import { addDays, type Day } from '../domain/time/day.ts';
import { longDay } from './dates.ts';
import { groundWords } from './ground.ts';
import { boundedText, km2Text } from './km2.ts';

/** Ground that changes hands, of one holder and basis. */
export interface ToldFlip {
  readonly holder: Holder;
  readonly basis: Basis;
  readonly gains: boolean;
  readonly loses: boolean;
  /** Square metres; undefined where figures are withheld. */
  readonly m2?: { readonly gained: number; readonly lost: number; readonly off: number } | undefined;
}

/** The days of a span, the last of them included: `On 16 November 2024 only`. */
export function spanWords(lang: Lang, from: Day, until: Day | undefined): string {
  const first = longDay(lang, from);
  if (until === undefined) return lang === 'uk' ? `Від ${first}` : `From ${first} on`;
  const last = addDays(until, -1);
  if (last === from) return lang === 'uk' ? `Лише ${first}` : `On ${first} only`;
  return lang === 'uk'
    ? `Від ${first} до ${longDay(lang, last)} включно`
    : `From ${first} to ${longDay(lang, last)}`;
}

/** `Russia, assessed`; ground that nobody holds for sure is called by what goes on there: `Fought over`. */
function whose(lang: Lang, holder: Holder, basis: Basis): string {
  const { bases, holders } = groundWords[lang];
  const said = bases[basis];
  return holder === 'unknown'
    ? said.charAt(0).toLocaleUpperCase(lang) + said.slice(1)
    : `${holders[holder]}, ${said}`;
}

const WORDS = {
  en: {
    gains: 'gains',
    loses: 'loses',
    more: ['more', 'ground'],
    less: ['less', 'ground'],
    ground: 'ground',
    and: ' and ',
  },
  uk: {
    gains: 'здобуває',
    loses: 'втрачає',
    more: ['більше', 'території'],
    less: ['менше', 'території'],
    ground: 'територію',
    and: ' і ',
  },
} as const;

/** Who gains and loses what: `Russia, assessed: gains 5.1 km² and loses 0.3 km² (± 0.2)`. */
export function flipWords(lang: Lang, { holder, basis, gains, loses, m2 }: ToldFlip): string {
  const t = WORDS[lang];
  const km2 = lang === 'uk' ? 'км²' : 'km²';
  const size = (m2: number): string => `${km2Text(lang, m2)} ${km2}`;
  const part = (
    does: boolean,
    verb: string,
    [amount, of]: readonly [string, string],
    figure?: number,
  ): string[] => {
    if (!does) return [];
    if (holder !== 'unknown') return [`${verb} ${figure === undefined ? t.ground : size(figure)}`];
    return [figure === undefined ? `${amount} ${of}` : `${size(figure)} ${amount}`];
  };
  const parts = [...part(gains, t.gains, t.more, m2?.gained), ...part(loses, t.loses, t.less, m2?.lost)];
  const off = m2 ? ` (± ${boundedText(lang, m2.gained + m2.lost, m2.off).uncertainty})` : '';
  return `${whose(lang, holder, basis)}: ${parts.join(t.and)}${off}`;
}
