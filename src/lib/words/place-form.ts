import type { Lang } from '../domain/text.ts';

interface PlaceFormWords {
  readonly newPlace: string;
  readonly kind: string;
  readonly country: string;
  readonly oblast: string;
  readonly population: string;
  readonly point: string;
  readonly pointHint: string;
  readonly setPoint: string;
  readonly names: string;
  readonly name: (n: number) => string;
  readonly text: string;
  readonly language: string;
  readonly script: string;
  readonly scripts: Readonly<Record<'Latn' | 'Cyrl', string>>;
  readonly nameKind: string;
  readonly nameKinds: Readonly<Record<'official' | 'exonym' | 'former' | 'translit', string>>;
  readonly from: string;
  readonly until: string;
  readonly addName: string;
  readonly ids: string;
  readonly ledger: string;
  readonly ledgerName: string;
  readonly ledgerNameUk: string;
  readonly definition: string;
  readonly definitionUk: string;
  readonly definitionFrom: string;
  readonly definitionHint: string;
  readonly resolution: string;
  readonly resolutionHint: string;
  readonly opens: string;
  readonly reviewed: string;
  readonly demonstration: string;
}

/** Words of the forms of places and ledgers. */
export const placeFormWords: Record<Lang, PlaceFormWords> = {
  en: {
    newPlace: 'New place',
    kind: 'Kind',
    country: 'Country (ISO code)',
    oblast: 'Region (ISO 3166-2)',
    population: 'Population',
    point: 'Point',
    pointHint: 'Degrees, MGRS, Plus Code, or a link to a map.',
    setPoint: 'Set the point',
    names: 'Names',
    name: (n) => `Name ${n}`,
    text: 'Name',
    language: 'Language',
    script: 'Script',
    scripts: { Latn: 'Latin', Cyrl: 'Cyrillic' },
    nameKind: 'Kind of name',
    nameKinds: {
      official: 'official',
      exonym: 'as others call it',
      former: 'former',
      translit: 'transliterated',
    },
    from: 'From the year',
    until: 'Until the year',
    addName: 'Add a name',
    ids: 'In other gazetteers',
    ledger: 'Ledger',
    ledgerName: 'Name',
    ledgerNameUk: 'Name in Ukrainian',
    definition: 'What it means',
    definitionUk: 'What it means, in Ukrainian',
    definitionFrom: 'Means that from',
    definitionHint: 'A definition that changes breaks a series: give the day on which the new one begins.',
    resolution: 'True to, in metres',
    resolutionHint: 'The map never answers finer than this, and every ± rests on it.',
    opens: 'Begins on',
    reviewed: 'Line last reviewed on',
    demonstration: 'Made to show the software: figures are withheld',
  },
  uk: {
    newPlace: 'Нове місце',
    kind: 'Вид',
    country: 'Країна (код ISO)',
    oblast: 'Область (ISO 3166-2)',
    population: 'Населення',
    point: 'Точка',
    pointHint: 'Градуси, MGRS, Plus Code або посилання на карту.',
    setPoint: 'Поставити точку',
    names: 'Назви',
    name: (n) => `Назва ${n}`,
    text: 'Назва',
    language: 'Мова',
    script: 'Письмо',
    scripts: { Latn: 'латиниця', Cyrl: 'кирилиця' },
    nameKind: 'Вид назви',
    nameKinds: {
      official: 'офіційна',
      exonym: 'як кажуть інші',
      former: 'колишня',
      translit: 'транслітерація',
    },
    from: 'Від року',
    until: 'До року',
    addName: 'Додати назву',
    ids: 'В інших покажчиках',
    ledger: 'Реєстр',
    ledgerName: 'Назва англійською',
    ledgerNameUk: 'Назва українською',
    definition: 'Що це означає, англійською',
    definitionUk: 'Що це означає, українською',
    definitionFrom: 'Означає це від',
    definitionHint: 'Змінене визначення розриває ряд: вкажіть день, від якого діє нове.',
    resolution: 'Точність у метрах',
    resolutionHint: 'Карта ніколи не відповідає точніше, і на цьому тримається кожне ±.',
    opens: 'Починається',
    reviewed: 'Лінію востаннє переглянуто',
    demonstration: 'Зроблено, щоб показати програму: числа не наводяться',
  },
};
