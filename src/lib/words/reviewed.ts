import { REVIEW_AGES, type ReviewAge } from '../domain/control/reviewed.ts';
import type { Lang } from '../domain/text.ts';
import { daysBetween, type Day } from '../domain/time/day.ts';
import { mediumDay } from './dates.ts';
import { counted } from './plural.ts';

/** Words about when ground was last looked at, so that quiet is told from "nobody looked". */
export interface ReviewedWords {
  readonly layer: string;
  readonly about: string;
  readonly title: string;
  readonly lead: string;
  /** @param age undefined: nothing is recorded */
  readonly legend: (age: ReviewAge | undefined) => string;
  /** When something was looked at, and how long before the day shown. */
  readonly when: (reviewed: Day, shown: Day) => string;
  readonly notRecorded: string;
  readonly elsewhere: string;
  /** Of a place or a point. */
  readonly hereTerm: string;
  readonly here: (reviewed: Day | undefined) => string;
  readonly by: (who: string) => string;
  readonly show: string;
  readonly hide: string;
}

const [FEW, WEEK, MONTH] = REVIEW_AGES;

export const reviewedWords: Readonly<Record<Lang, ReviewedWords>> = {
  en: {
    layer: 'Last reviewed',
    about: 'How long ago somebody looked at the line there',
    title: 'When the line was last reviewed',
    lead: 'No change is not “not looked at”: editors say where the line was looked at and up to which day.',
    legend: (age) =>
      age === undefined
        ? 'No review recorded'
        : {
            0: `Reviewed up to ${FEW} days before`,
            1: `Reviewed ${FEW + 1}–${WEEK} days before`,
            2: `Reviewed ${WEEK + 1}–${MONTH} days before`,
            3: `Reviewed over ${MONTH} days before`,
          }[age],
    when: (reviewed, shown) => `${mediumDay('en', reviewed)}, ${agoEn(daysBetween(reviewed, shown))}`,
    notRecorded: 'not recorded',
    elsewhere: 'Elsewhere',
    hereTerm: 'Line here last reviewed',
    here: (reviewed) =>
      reviewed
        ? `Line here last reviewed ${mediumDay('en', reviewed)}`
        : 'Line here last reviewed: not recorded',
    by: (who) => `by ${who}`,
    show: 'Show on the map',
    hide: 'Take off the map',
  },
  uk: {
    layer: 'Останній перегляд',
    about: 'Як давно хтось переглядав лінію там',
    title: 'Коли лінію востаннє переглянуто',
    lead: '«Без змін» — це не «ніхто не дивився»: редактори кажуть, де й по який день лінію переглянуто.',
    legend: (age) =>
      age === undefined
        ? 'Перегляду не записано'
        : {
            0: `Переглянуто щонайбільше ${FEW} дні тому`,
            1: `Переглянуто ${FEW + 1}–${WEEK} днів тому`,
            2: `Переглянуто ${WEEK + 1}–${MONTH} днів тому`,
            3: `Переглянуто понад ${MONTH} днів тому`,
          }[age],
    when: (reviewed, shown) => `${mediumDay('uk', reviewed)}, ${agoUk(daysBetween(reviewed, shown))}`,
    notRecorded: 'не записано',
    elsewhere: 'Деінде',
    hereTerm: 'Лінію тут востаннє переглянуто',
    here: (reviewed) =>
      reviewed
        ? `Лінію тут востаннє переглянуто ${mediumDay('uk', reviewed)}`
        : 'Коли лінію тут востаннє переглянуто, не записано',
    by: (who) => `переглянули: ${who}`,
    show: 'Показати на карті',
    hide: 'Прибрати з карти',
  },
};

const agoEn = (days: number): string =>
  days === 0 ? 'the day shown' : `${counted('en', days, { one: 'day', other: 'days' })} before`;
const agoUk = (days: number): string =>
  days === 0
    ? 'показаний день'
    : `${counted('uk', days, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })} тому`;
