import type { Lang } from '../domain/text.ts';
import type { VerdictFault } from '../formats/control/ground.ts';
import type { PieceFault, PiecesFault } from '../formats/control/pieces.ts';
import { amount } from './amounts.ts';
import { faultWords } from './import.ts';

export interface Said {
  readonly reason: string;
  readonly remedy: string;
}

export type GroundFault = PieceFault | PiecesFault | VerdictFault;
type Code = GroundFault['code'];
type Of<C extends Code> = Extract<GroundFault, { code: C }>;
type Words = { readonly [C in Code]?: (fault: Of<C>) => Said };

/** Degrees as people at the desk read them. */
const at = (lat: number, lng: number): string => `${lat.toFixed(4)}, ${lng.toFixed(4)}`;
/** Metres, from a kilometre on in kilometres. */
const metres = (lang: Lang, m: number): string =>
  m < 1000
    ? `${amount(lang, m)} ${lang === 'uk' ? 'м' : 'm'}`
    : `${amount(lang, m / 1000, 1)} ${lang === 'uk' ? 'км' : 'km'}`;

/** What the page says of faults otherwise than the terminal, or alone. */
const words: Readonly<Record<Lang, Words>> = {
  en: {
    packed: ({ how }) =>
      how === 'zip'
        ? {
            reason: 'the file is packed, as KMZ is, and is not unpacked here',
            remedy: 'give it a name that ends in .zip, open that, and drop the .kml in it, most often doc.kml',
          }
        : { reason: `the file is packed (${how})`, remedy: 'unpack it first and drop what comes out' },
    'too-large': ({ megabytes }) => ({
      reason: `the file has ${amount('en', megabytes)} MB, and at most 50 can be looked at here`,
      remedy: 'split it, or import it at the terminal: npm run salient -- import control',
    }),
    'too-many': ({ most }) => ({
      reason: `the file has more than ${amount('en', most)} outlines, which nobody looks at one by one`,
      remedy: 'split it, or import whole days at the terminal: npm run salient -- import control',
    }),
    corners: ({ count, most }) => ({
      reason: `it has ${amount('en', count)} corners, and at most ${amount('en', most)} can be worked on`,
      remedy: 'simplify it in the program that drew it, or import whole days at the terminal',
    }),
    'open-line': ({ metres: m }) => ({
      reason:
        m > 0
          ? `it is a line whose ends lie ${metres('en', m)} apart, so it bounds no ground`
          : 'it is a line that does not close, so it bounds no ground',
      remedy: 'close it where it was drawn, or draw the area at the desk along it',
    }),
    outside: ({ lng, lat }) => ({
      reason: `it reaches to ${at(lat, lng)}, far from Ukraine`,
      remedy: 'correct the corner that lies there, or leave the row out',
    }),
    malformed: () => ({
      reason: 'its coordinates cannot be read',
      remedy: 'export it again where it was drawn',
    }),
    swapped: () => ({
      reason: 'latitude and longitude seem to stand in each other’s place: exchanged, it lies in Ukraine',
      remedy: 'exchange them above the rows if that is so',
    }),
    'no-day': () => ({
      reason: 'no single day is found for it',
      remedy: 'say the day for all rows, or the property that has it',
    }),
    'days-disagree': ({ days }) => ({
      reason: `the file names different days: ${days.map((d) => d.day).join(', ')}`,
      remedy: 'say the day for all rows, or the property that has it',
    }),
    'mixed-colours': ({ colours }) => ({
      reason: `the outlines have several colours (${colours.join(', ')}), so they do not all mean the same`,
      remedy: 'say whose ground each colour is: “as a property says”, and “fill”',
    }),
    units: () => ({
      reason: 'it marks troops or where they are, which is never imported',
      remedy: 'leave it out',
    }),
    'no-ledger': () => ({ reason: 'nobody said whose ground it is', remedy: 'say it above' }),
    'not-together': () => ({
      reason: 'this holder and this basis do not go together',
      remedy: 'ground that is fought over or infiltrated has the holder “not settled”, and only such ground has',
    }),
    'no-report': () => ({ reason: 'no report is cited', remedy: 'choose the report that says so' }),
    'unknown-report': ({ value }) => ({
      reason: `no report at the desk is “${value}”`,
      remedy: 'write that report first, or choose another property',
    }),
    'report-map': ({ title }) => ({
      reason: `“${title}” is a map, and a map alone is evidence of nothing`,
      remedy: 'cite what it rests on',
    }),
    'report-unfinished': ({ title }) => ({
      reason: `the report “${title}” is not finished`,
      remedy: 'give it what it still lacks, then come back',
    }),
    'whole-twice': ({ row }) => ({
      reason: `row ${amount('en', row)} says too what is all that is held on that day`,
      remedy: 'join both in one outline, or take them as pieces of ground',
    }),
  },
  uk: {
    packed: ({ how }) =>
      how === 'zip'
        ? {
            reason: 'файл запаковано, як це робить KMZ, і тут його не розпаковують',
            remedy: 'змініть кінець назви на .zip, відкрийте його і перетягніть сюди .kml звідти, зазвичай doc.kml',
          }
        : { reason: `файл запаковано (${how})`, remedy: 'спершу розпакуйте його і перетягніть те, що вийде' },
    'too-large': ({ megabytes }) => ({
      reason: `файл має ${amount('uk', megabytes)} МБ, а тут можна переглянути щонайбільше 50`,
      remedy: 'розділіть його або імпортуйте в терміналі: npm run salient -- import control',
    }),
    'too-many': ({ most }) => ({
      reason: `у файлі понад ${amount('uk', most)} контурів, яких ніхто не перегляне по одному`,
      remedy: 'розділіть його або імпортуйте цілі дні в терміналі: npm run salient -- import control',
    }),
    corners: ({ count, most }) => ({
      reason: `він має ${amount('uk', count)} кутів, а працювати можна щонайбільше з ${amount('uk', most)}`,
      remedy: 'спростіть його в програмі, де його креслено, або імпортуйте цілі дні в терміналі',
    }),
    'open-line': ({ metres: m }) => ({
      reason:
        m > 0
          ? `це лінія, кінці якої за ${metres('uk', m)} один від одного, тож вона нічого не охоплює`
          : 'це незамкнена лінія, тож вона нічого не охоплює',
      remedy: 'замкніть її там, де її креслено, або намалюйте ділянку вздовж неї за столом',
    }),
    outside: ({ lng, lat }) => ({
      reason: `він сягає точки ${at(lat, lng)}, далеко від України`,
      remedy: 'виправте кут, що лежить там, або пропустіть рядок',
    }),
    malformed: () => ({
      reason: 'його координати не вдається прочитати',
      remedy: 'експортуйте його знову там, де його креслено',
    }),
    swapped: () => ({
      reason: 'широта й довгота, схоже, стоять одна на місці одної: якщо їх поміняти, це в Україні',
      remedy: 'якщо це так, поміняйте їх над рядками',
    }),
    'no-day': () => ({
      reason: 'для нього не знайдено одного певного дня',
      remedy: 'назвіть день для всіх рядків або властивість, де він є',
    }),
    'days-disagree': ({ days }) => ({
      reason: `файл називає різні дні: ${days.map((d) => d.day).join(', ')}`,
      remedy: 'назвіть день для всіх рядків або властивість, де він є',
    }),
    'mixed-colours': ({ colours }) => ({
      reason: `контури мають різні кольори (${colours.join(', ')}), тож означають не те саме`,
      remedy: 'скажіть, чия територія якого кольору: «як каже властивість» і «fill»',
    }),
    units: () => ({
      reason: 'він позначає війська або де вони, а цього ніколи не імпортують',
      remedy: 'пропустіть його',
    }),
    'no-ledger': () => ({ reason: 'ніхто не сказав, чия це територія', remedy: 'скажіть це вище' }),
    'not-together': () => ({
      reason: 'ці «хто утримує» і «на якій підставі» не поєднуються',
      remedy: 'де точаться бої чи просочування, там «не визначено», і лише там',
    }),
    'no-report': () => ({
      reason: 'немає посилання на повідомлення',
      remedy: 'оберіть повідомлення, яке це каже',
    }),
    'unknown-report': ({ value }) => ({
      reason: `за столом немає повідомлення «${value}»`,
      remedy: 'спершу створіть його або оберіть іншу властивість',
    }),
    'report-map': ({ title }) => ({
      reason: `«${title}» — це мапа, а сама мапа нічого не доводить`,
      remedy: 'пошліться на те, на що вона спирається',
    }),
    'report-unfinished': ({ title }) => ({
      reason: `повідомлення «${title}» не завершене`,
      remedy: 'додайте, чого йому бракує, і поверніться',
    }),
    'whole-twice': ({ row }) => ({
      reason: `рядок ${amount('uk', row)} теж каже, що саме утримують того дня загалом`,
      remedy: 'зведіть обидва в один контур або беріть їх як частини території',
    }),
  },
}; // prettier-ignore

/** Why a row, or a file, of ground is not taken, and what to do about it. */
export function groundFaultWords(lang: Lang, fault: GroundFault): Said {
  // Each code has words for its own fault; the compiler cannot pair them up.
  const own = words[lang][fault.code] as ((f: GroundFault) => Said) | undefined;
  return own ? own(fault) : faultWords(lang, fault as Parameters<typeof faultWords>[1]);
}
