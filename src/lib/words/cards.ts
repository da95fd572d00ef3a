import type { EventKind, Side } from '../domain/events/event.ts';
import type { Lang } from '../domain/text.ts';
import { addDays, type Day } from '../domain/time/day.ts';
import { longDay, mediumDay, shortDay } from './dates.ts';
import { kindWords } from './kinds.ts';
import { mapWords, type Wind } from './map.ts';
import { counted } from './plural.ts';

/** Events of one kind by one side, counted, for a sentence: sides are never counted together. */
export interface CountedKind {
  readonly kind: EventKind;
  readonly by: Side;
  readonly count: number;
  /** How many of them only a party to the war says. */
  readonly claimed: number;
  /** Their days or spans in words, oldest first and each once. */
  readonly when: readonly string[];
}

/** What is known around a place in a window of days: enough for one true sentence. */
export interface NearFacts {
  readonly window: number | 'all';
  readonly day: Day;
  /** Kilometres around the place; or the kind of area that the place is. */
  readonly around: number | 'oblast' | 'country';
  /** The day of each change of the line, oldest first. */
  readonly moved: readonly Day[];
  /** What else the ledgers say of the days: that a place is fought over, entered, claimed, or no longer so. */
  readonly told: readonly { readonly title: string; readonly day: Day }[];
  readonly dated: readonly CountedKind[];
  /** Events that only touch the window with their span. */
  readonly touching: readonly CountedKind[];
  readonly undated: readonly CountedKind[];
  /** The earliest day of a report that tells of what is undated, and whether that report may be later. */
  readonly reported: { readonly day: Day; readonly orLater: boolean } | undefined;
  /** Who says any of it, with the publishers through which we know; each once. */
  readonly speakers: readonly string[];
  /** The last day on which the line was reviewed. */
  readonly reviewed: Day | undefined;
}

interface Words {
  readonly close: string;
  readonly ownPage: string;
  readonly showNear: string;
  readonly previous: string;
  readonly next: string;
  readonly which: (at: number, of: number) => string;
  readonly eventsHere: (n: number) => string;
  readonly chooseOne: string;
  readonly reports: (n: number) => string;
  readonly moreOfReport: string;
  readonly otherSite: string;
  readonly noAddress: string;
  readonly via: (speaker: string, publisher: string) => string;
  readonly partyTo: string;
  readonly quote: (text: string) => string;
  readonly through: (publisher: string) => string;
  readonly notGiven: string;
  readonly casualties: string;
  readonly killed: string;
  readonly injured: string;
  readonly asOf: string;
  readonly harmed: Record<'civilian' | 'military' | 'unknown', string>;
  readonly harmApart: string;
  readonly ground: string;
  readonly sure: string;
  readonly meaning: string;
  readonly tooNear: string;
  readonly drawnAs: (status: string) => string;
  readonly trueTo: (km: string) => string;
  readonly lineAway: (km: string) => string;
  readonly lineNear: (km: string) => string;
  readonly sinceOrEarlier: (day: string) => string;
  readonly before2022: string;
  readonly notUkraines: string;
  readonly notReached: string;
  readonly water: string;
  readonly inNone: string;
  readonly noLedgers: string;
  readonly beforeOpens: (day: string) => string;
  readonly afterReviewed: (day: string) => string;
  readonly historyHere: string;
  /** The place of a point by a settlement nearby; `kind` is the settlement's. */
  readonly beside: (name: string, kind: string) => string;
  readonly awayFrom: (km: number, wind: Wind, name: string, kind: string) => string;
  readonly here: string;
  readonly away: (km: number, wind: Wind) => string;
  readonly nearHere: string;
  readonly onDay: (day: string) => string;
  readonly also: string;
  readonly moved: (times: number) => string;
  readonly toldMore: (n: number) => string;
  readonly andMore: (n: number) => string;
  readonly sentence: (facts: NearFacts) => string;
}

/** "від міста Курахове": the kind of settlement takes the case, so that the name can stay as it is written. */
const FROM: Readonly<Record<string, readonly [genitive: string, instrumental: string]>> = {
  city: ['міста', 'містом'],
  town: ['міста', 'містом'],
  settlement: ['селища', 'селищем'],
  village: ['села', 'селом'],
};
const kindCase = (kind: string, which: 0 | 1): string =>
  (FROM[kind] ?? (['населеного пункту', 'населеним пунктом'] as const))[which];

/** More days than these are only counted. */
const MOST_DAYS = 3;
/** More titles than these are only counted. */
const MOST_TOLD = 2;
/** In a running sentence a Ukrainian month is written out: "лист." is a letter to a hurried eye. */
const dayInText = (lang: Lang, d: Day): string =>
  lang === 'uk' ? longDay('uk', d).replace(/ \d{4}$/, '') : shortDay('en', d);

/** The side in the case that goes with a deed; nothing where it is no side of the war. */
const bySide: Readonly<Record<Lang, Readonly<Record<Side, string>>>> = {
  en: { russia: ' by Russia', ukraine: ' by Ukraine', other: '', unknown: '' },
  uk: { russia: ' Росії', ukraine: ' України', other: '', unknown: '' },
};
const FIGHTING: ReadonlySet<EventKind> = new Set(['strike', 'advance']);

const things = (lang: Lang, kinds: readonly CountedKind[], withDays = true): string[] =>
  kinds.map(({ kind, by, count, claimed, when }) => {
    const claimedWord =
      claimed === 0
        ? ''
        : claimed < count
          ? { en: `${claimed} of them only claimed`, uk: `з них лише за заявою: ${claimed}` }[lang]
          : { en: 'only claimed', uk: 'лише за заявою' }[lang];
    const more = [...(withDays && when.length <= MOST_DAYS ? when : []), claimedWord].filter(Boolean);
    const what =
      counted(lang, count, kindWords[lang].counted[kind]) + (FIGHTING.has(kind) ? bySide[lang][by] : '');
    return more.length > 0 ? `${what} (${more.join(', ')})` : what;
  });

const inBrackets = (lang: Lang, all: readonly Day[]): string => {
  const each = [...new Set(all)];
  return each.length > 0 && each.length <= MOST_DAYS
    ? ` (${each.map((d) => dayInText(lang, d)).join(', ')})`
    : '';
};

const en: Words = {
  close: 'Close',
  ownPage: 'Own page',
  showNear: 'Show near this',
  previous: 'Previous here',
  next: 'Next here',
  which: (at, of) => `${at} of ${of} here`,
  eventsHere: (n) => `${counted('en', n, { one: 'event', other: 'events' })} here`,
  chooseOne: 'They stand too close together on the map to be told apart. Choose one.',
  reports: (n) => counted('en', n, { one: 'report', other: 'reports' }),
  moreOfReport: 'About this report',
  otherSite: 'on another site',
  noAddress: 'address not known',
  via: (speaker, publisher) => `${speaker} via ${publisher}`,
  partyTo: 'party to the war',
  quote: (text) => `“${text}”`,
  through: (publisher) => `via ${publisher}`,
  notGiven: 'not given',
  casualties: 'Killed and injured',
  killed: 'killed',
  injured: 'injured',
  asOf: 'as of',
  harmed: { civilian: 'civilians', military: 'military', unknown: '' },
  harmApart: 'Each speaker’s figures stand for themselves; they are never added up.',
  ground: 'Ground',
  sure: 'How sure',
  meaning: 'What this means',
  tooNear: 'Too near the line to say',
  drawnAs: (status) => `Drawn here as: ${status}.`,
  trueTo: (km) => `The line is true to about ${km}`,
  lineAway: (km) => `the nearest stretch of it is about ${km} away`,
  lineNear: (km) => `the nearest stretch of it is nearer than ${km}`,
  sinceOrEarlier: (day) => `since ${day} or earlier`,
  before2022: 'since before 24 February 2022',
  notUkraines: 'In Russia, and not in any ledger of ground that Ukraine holds there',
  notReached: 'The ledgers do not reach here: they are of ground in Ukraine and in Russia',
  water: 'The ledgers do not reach here: this is water',
  inNone: 'Not in any ledger of held ground',
  noLedgers: 'No ledger of control is kept in this edition',
  beforeOpens: (day) => `The ledgers open on ${day}; of the days before they say nothing`,
  afterReviewed: (day) => `The line was last reviewed on ${day}; what changed later is not known here.`,
  historyHere: 'Who held it when',
  beside: (name) => `close to ${name}`,
  awayFrom: (km, wind, name) => `about ${km} km ${mapWords.en.winds[wind]} of ${name}`,
  here: 'here',
  away: (km, wind) => `about ${km} km ${mapWords.en.winds[wind]}`,
  nearHere: 'Near here in these days',
  onDay: (day) => `On ${day}`,
  also: 'Also',
  moved: (n) => `the line moved ${n === 1 ? 'once' : n === 2 ? 'twice' : `${n} times`}`,
  toldMore: (n) => `${n} other changes in the ledgers`,
  andMore: (n) => `and ${n} more`,
  sentence(f) {
    const on = dayInText('en', f.day);
    const span =
      f.window === 'all'
        ? `In all days up to ${on}`
        : f.window === 1
          ? `On ${on}`
          : `In the ${f.window} days to ${on}`;
    const where =
      typeof f.around === 'number'
        ? `within ${f.around} km`
        : f.around === 'oblast'
          ? 'in this region'
          : 'in this country';
    const parts = partsOf('en', f);
    const said = parts.length > 0 ? saidBy('en', f.speakers) : '';
    const reviewed = f.reviewed === undefined ? '' : `; line last reviewed ${dayInText('en', f.reviewed)}`;
    return parts.length > 0
      ? `${span} ${where}: ${parts.join('; ')}${said}${reviewed}.`
      : `${span} ${where} nothing is recorded (that is no report, not no change)${reviewed}.`;
  },
};

const uk: Words = {
  close: 'Закрити',
  ownPage: 'Окрема сторінка',
  showNear: 'Показати поруч',
  previous: 'Попередня тут',
  next: 'Наступна тут',
  which: (at, of) => `${at} з ${of} тут`,
  eventsHere: (n) => `${counted('uk', n, { one: 'подія', few: 'події', many: 'подій', other: 'події' })} тут`,
  chooseOne: 'На карті вони надто близько одна до одної, щоб їх розрізнити. Виберіть одну.',
  reports: (n) =>
    counted('uk', n, {
      one: 'повідомлення',
      few: 'повідомлення',
      many: 'повідомлень',
      other: 'повідомлення',
    }),
  moreOfReport: 'Про це повідомлення',
  otherSite: 'на іншому сайті',
  noAddress: 'адреса невідома',
  via: (speaker, publisher) => `${speaker} через ${publisher}`,
  partyTo: 'сторона війни',
  quote: (text) => `«${text}»`,
  through: (publisher) => `через ${publisher}`,
  notGiven: 'не вказано',
  casualties: 'Загиблі та поранені',
  killed: 'загинули',
  injured: 'поранено',
  asOf: 'станом на',
  harmed: { civilian: 'цивільні', military: 'військові', unknown: '' },
  harmApart: 'Цифри кожного мовця стоять окремо; їх ніколи не додають.',
  ground: 'Територія',
  sure: 'Наскільки це певно',
  meaning: 'Що це означає',
  tooNear: 'Надто близько до лінії, щоб сказати певно',
  drawnAs: (status) => `На карті тут: ${status}.`,
  trueTo: (km) => `Лінію проведено з точністю близько ${km}`,
  lineAway: (km) => `до найближчої її ділянки близько ${km}`,
  lineNear: (km) => `до найближчої її ділянки менше ніж ${km}`,
  sinceOrEarlier: (day) => `з ${day} або раніше`,
  before2022: 'ще до 24 лютого 2022 року',
  notUkraines: 'У Росії, і не входить до жодного реєстру території, яку там контролює Україна',
  notReached: 'Реєстри сюди не сягають: вони про територію України та Росії',
  water: 'Реєстри сюди не сягають: тут вода',
  inNone: 'Не входить до жодного реєстру контрольованої території',
  noLedgers: 'У цьому випуску реєстрів контролю немає',
  beforeOpens: (day) => `Реєстри починаються з ${day}; про попередні дні вони нічого не кажуть`,
  afterReviewed: (day) => `Лінію востаннє переглянуто ${day}; що змінилося згодом, тут невідомо.`,
  historyHere: 'Хто й коли контролював',
  beside: (name, kind) => `поруч із ${kindCase(kind, 1)} ${name}`,
  awayFrom: (km, wind, name, kind) =>
    `близько ${km} км на ${mapWords.uk.winds[wind]} від ${kindCase(kind, 0)} ${name}`,
  here: 'тут',
  away: (km, wind) => `близько ${km} км на ${mapWords.uk.winds[wind]}`,
  nearHere: 'Поруч цими днями',
  onDay: (day) => `На ${day}`,
  also: 'Також',
  moved: (n) =>
    `лінія змінилася ${n === 1 ? 'один раз' : n === 2 ? 'двічі' : n === 3 ? 'тричі' : counted('uk', n, { one: 'раз', few: 'рази', many: 'разів', other: 'раза' })}`,
  toldMore: (n) => `інших змін у реєстрах: ${n}`,
  andMore: (n) => `та ще ${n}`,
  sentence(f) {
    const on = dayInText('uk', f.day);
    const span =
      f.window === 'all'
        ? `За всі дні до ${on}`
        : f.window === 1
          ? on
          : `За ${counted('uk', f.window, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })} до ${on}`;
    const where =
      typeof f.around === 'number'
        ? `в межах ${f.around} км`
        : f.around === 'oblast'
          ? 'в цій області'
          : 'в цій країні';
    const parts = partsOf('uk', f);
    const said = parts.length > 0 ? saidBy('uk', f.speakers) : '';
    const reviewed =
      f.reviewed === undefined ? '' : `; лінію востаннє переглянуто ${dayInText('uk', f.reviewed)}`;
    return parts.length > 0
      ? `${span} ${where}: ${parts.join('; ')}${said}${reviewed}.`
      : `${span} ${where} нічого не записано (це «немає повідомлень», а не «немає змін»)${reviewed}.`;
  },
};

/** What is dated first and together, then what only touches the days, then what has no day. */
function partsOf(lang: Lang, f: NearFacts): string[] {
  // Of a single day it need not be said again which.
  const withDays = f.window !== 1;
  const days = (all: readonly Day[]): string => (withDays ? inBrackets(lang, all) : '');
  const touching = things(lang, f.touching).join(', ');
  const undated = things(lang, f.undated).join(', ');
  const report =
    f.reported === undefined
      ? ''
      : {
          en: `, in a report of ${dayInText('en', f.reported.day)}${f.reported.orLater ? ' or later' : ''}`,
          uk: `, у повідомленні від ${dayInText('uk', f.reported.day)}${f.reported.orLater ? ' або пізнішому' : ''}`,
        }[lang];
  const dated = [
    f.moved.length > 0 ? cardWords[lang].moved(f.moved.length) + days(f.moved) : '',
    ...things(lang, f.dated, withDays),
  ];
  return [
    dated.filter(Boolean).join(', '),
    f.told.length > MOST_TOLD
      ? cardWords[lang].toldMore(f.told.length) + days(f.told.map((s) => s.day))
      : f.told.map((s) => s.title + days([s.day])).join(', '),
    touching && { en: `with a longer span: ${touching}`, uk: `з довшим проміжком: ${touching}` }[lang],
    undated && { en: `undated${report}: ${undated}`, uk: `без дати${report}: ${undated}` }[lang],
  ].filter(Boolean);
}

/** At most two who say it, the others counted. */
function saidBy(lang: Lang, speakers: readonly string[]): string {
  if (speakers.length === 0) return '';
  const { and, one, several } = {
    en: { and: ' and ', one: 'said by', several: 'said by' },
    uk: { and: ' та ', one: 'про це каже', several: 'про це кажуть' },
  }[lang];
  const [a, b] = speakers;
  const names =
    speakers.length > 2
      ? `${a}, ${b}${lang === 'en' ? ',' : ''} ${cardWords[lang].andMore(speakers.length - 2)}`
      : [a, b].filter(Boolean).join(and);
  return `; ${speakers.length === 1 ? one : several} ${names}`;
}

/** The last day inside a half-open span with the first, as a reader writes them: `18–24 Nov`. */
export function spanInText(lang: Lang, from: Day, until: Day): string {
  const last = addDays(until, -1);
  if (from === last) return dayInText(lang, from);
  if (from.slice(0, 7) === last.slice(0, 7)) return `${Number(from.slice(8))}–${dayInText(lang, last)}`;
  return from.slice(0, 4) === last.slice(0, 4)
    ? `${dayInText(lang, from)} – ${dayInText(lang, last)}`
    : `${mediumDay(lang, from)} – ${mediumDay(lang, last)}`;
}

/** Words of the cards: of an event, of ground, of a place, and of several things at one point. */
export const cardWords: Readonly<Record<Lang, Words>> = { en, uk };
