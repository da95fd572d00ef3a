import type { Lang } from '../domain/text.ts';

/** Reasons as the rules of the domain give them, in English, and what an editor who reads Ukrainian is told. */
const UKRAINIAN: readonly (readonly [RegExp, string])[] = [
  [/^is missing/, 'бракує'],
  [/^is empty; write the English text/, 'порожньо; напишіть англійською'],
  [/^is empty; leave it out or write the Ukrainian text/, 'порожньо; приберіть або напишіть українською'],
  [/^is empty; a change of ground needs/, 'порожньо; зміна контролю потребує посилання на звіт'],
  [/^is empty/, 'порожньо'],
  [/^is not known here/, 'тут такого немає; приберіть або виправте написання'],
  [/^is no day/, 'це не день; пишіть РРРР-ММ-ДД'],
  [/^is no year/, 'це не рік; напишіть чотири цифри'],
  [/^ends before it starts/, 'закінчується раніше, ніж починається; кінець — перший день після проміжку'],
  [/^is no address/, 'це не адреса; напишіть її повністю, з https://'],
  [/^is no web address/, 'це не вебадреса; вона починається з https:// або http://'],
  [/^is no language code, e\.g\. (\w+)/, 'це не код мови, як-от $1'],
  [/^is no ISO country code/, 'це не код країни за ISO, як-от UA'],
  [/^is no ISO 3166-2 code/, 'це не код області за ISO 3166-2, як-от UA-14'],
  [/^(?:the id )?is no slug/, 'тут лише малі латинські літери, цифри й поодинокі дефіси'],
  [/^(?:the id )?is no \w+ id/, 'ідентифікатор не такий, як має бути'],
  [/^must be "holder-basis"/, 'має складатися з того, хто утримує, і підстави, через дефіс'],
  [/^is longer than (\d+) characters/, 'довше за $1 знаків; цитуйте менше'],
  [/^has a most below its least/, 'найбільше менше за найменше'],
  [/^has no claim/, 'немає жодного твердження; у події є принаймні одне, з посиланням'],
  [/^belongs to strikes only/, 'буває лише в ударів'],
  [/^belongs to advances only/, 'буває лише в просувань'],
  [/^has a point but no location/, 'точка є, а місця немає; скажіть точність і місце'],
  [/^has a point but no radius_m/, 'точка є, а точності немає; скажіть, на скільки метрів вона правдива'],
  [
    /^is known to an oblast or country only/,
    'відомо лише з точністю до області чи країни; точки бути не може',
  ],
  [/^names a place to the settlement or finer/, 'названо поселення або точніше, а точки немає'],
  [
    /^contested and infiltrated ground has holder/,
    'спірну землю та землю з проникненням не утримує ніхто, і лише таку',
  ],
  [/^is no number/, 'це не число; координати — у градусах'],
  [/^has no English name/, 'немає англійської назви; додайте її з мовою en'],
  [/^is ([-\d.]+); longitude lies between/, 'це $1, а довгота — від -180 до 180'],
  [/^is ([-\d.]+); latitude lies between/, 'це $1, а широта — від -90 до 90'],
  [/^has more than 6 decimals/, 'понад 6 знаків після коми; округліть'],
  [/^has no (?:ring|polygon)/, 'немає жодного контуру'],
  [/^has (\d+) positions/, 'вершин лише $1; у замкненому контурі їх щонайменше 4'],
  [/^is not closed/, 'контур не замкнений; остання вершина має збігатися з першою'],
  [/^has no area/, 'контур не має площі'],
  [
    /^crosses itself near longitude ([-\d.]+), latitude ([-\d.]+)/,
    'перетинає сам себе біля довготи $1, широти $2; перемалюйте там',
  ],
  [/^its (?:outer ring|hole \d+) runs/, 'контур обходить землю не в той бік'],
  [/^Invalid type: Expected Object/, 'бракує'],
  [/^Invalid type: Expected number/, 'це не число'],
  [/^Invalid integer/, 'це не ціле число'],
  [/^Invalid value: Expected >=(\S+)/, 'має бути не менше за $1'],
  [/^Invalid value: Expected <=(\S+)/, 'має бути не більше за $1'],
  [/^Invalid type/, 'не годиться; виберіть із запропонованого'],
  [/^Invalid/, 'не годиться; перевірте написання'],
];

/** The same where the schema itself words it, in terms of types. */
const ENGLISH: readonly (readonly [RegExp, string])[] = [
  [/^Invalid type: Expected Object/, 'is missing'],
  [/^Invalid type: Expected number/, 'is no number'],
  [/^Invalid integer/, 'is no whole number'],
  [/^Invalid value: Expected >=(\S+)/, 'must be at least $1'],
  [/^Invalid value: Expected <=(\S+)/, 'must be at most $1'],
  [/^Invalid type/, 'is not one of the choices'],
  [/^Invalid/, 'is not written as it should be'],
];

/** What is wrong with a field, in the language of the page. What no table knows is told as it is. */
export function reasonIn(lang: Lang, reason: string): string {
  for (const [pattern, said] of lang === 'uk' ? UKRAINIAN : ENGLISH) {
    const found = pattern.exec(reason);
    if (found) return said.replace(/\$(\d)/g, (_, n: string) => found[Number(n)] ?? '');
  }
  return lang === 'uk' ? `не годиться: ${reason}` : reason;
}

export const missingIn: Record<Lang, string> = { en: 'is missing', uk: 'бракує' };
