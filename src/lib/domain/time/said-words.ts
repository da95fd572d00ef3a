// The words with which English, Ukrainian and Russian say days, as pieces of patterns, and what they stand for.

/** Months by number, each in the forms that stand in a date ("21 листопада") and in a sentence ("у листопаді"). */
const MONTH_FORMS: readonly string[] = [
  'Jan(?:uary|\\.)?|січ(?:ня|ні|ень)|январ[яеь]',
  'Feb(?:ruary|\\.)?|лют(?:ого|ому|ий)|феврал[яеь]',
  'Mar(?:ch|\\.)?|берез(?:ня|ні|ень)|март[ае]?',
  'Apr(?:il|\\.)?|квіт(?:ня|ні|ень)|апрел[яеь]',
  'May|трав(?:ня|ні|ень)|ма[яей]',
  'June?|черв(?:ня|ні|ень)|июн[яеь]',
  'July?|лип(?:ня|ні|ень)|июл[яеь]',
  'Aug(?:ust|\\.)?|серп(?:ня|ні|ень)|август[ае]?',
  'Sept?(?:ember|\\.)?|верес(?:ня|ні|ень)|сентябр[яеь]',
  'Oct(?:ober|\\.)?|жовт(?:ня|ні|ень)|октябр[яеь]',
  'Nov(?:ember|\\.)?|листопад[аі]?|ноябр[яеь]',
  'Dec(?:ember|\\.)?|груд(?:ня|ні|ень)|декабр[яеь]',
];

const A = "['’ʼ`]?";
/** Monday first. */
const WEEKDAY_FORMS: readonly string[] = [
  'mondays?|понеділ(?:ок|к[ау])|понедельник[ау]?',
  'tuesdays?|вівтор(?:ок|к[ау])|вторник[ау]?',
  'wednesdays?|серед[уаи]|сред[уы]',
  'thursdays?|четвер(?:г[ау]?)?',
  `fridays?|п${A}ятниц[юяіуаы]`,
  'saturdays?|субот[уаи]|суббот[уаы]',
  'sundays?|неділ[юяі]|воскресень[ея]',
];

const NUMBER_FORMS: readonly string[] = [
  'an?|one|один|одну|одна',
  'two|два|дві|две',
  'three|три',
  'four|чотири|четыре',
  `five|п${A}ять|пять`,
  'six|шість|шесть',
  'seven|сім|семь',
  'eight|вісім|восемь',
  `nine|дев${A}ять|девять`,
  'ten|десять',
];

export const MONTH = MONTH_FORMS.join('|');
export const WEEKDAY = WEEKDAY_FORMS.join('|');
export const NUMBER = `\\d{1,3}|${NUMBER_FORMS.join('|')}`;

const indexIn = (forms: readonly string[], text: string): number =>
  forms.findIndex((form) => new RegExp(`^(?:${form})$`, 'iu').test(text));

export const monthOf = (text: string): number => indexIn(MONTH_FORMS, text) + 1;
export const weekdayOf = (text: string): number => indexIn(WEEKDAY_FORMS, text);
export const numberOf = (text: string): number =>
  /^\d+$/.test(text) ? Number(text) : indexIn(NUMBER_FORMS, text) + 1;
