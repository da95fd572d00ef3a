/**
 * Names that the sources do not carry in the form we print: Ukraine's 27 regions (English by custom
 * over the 2010 romanisation, Ukrainian official) and the Russian regions beside the front.
 */

/** ISO 3166-2 code → [English, Ukrainian]. */
export const UKRAINE = {
  'UA-05': ['Vinnytsia Oblast', 'Вінницька область'],
  'UA-07': ['Volyn Oblast', 'Волинська область'],
  'UA-09': ['Luhansk Oblast', 'Луганська область'],
  'UA-12': ['Dnipropetrovsk Oblast', 'Дніпропетровська область'],
  'UA-14': ['Donetsk Oblast', 'Донецька область'],
  'UA-18': ['Zhytomyr Oblast', 'Житомирська область'],
  'UA-21': ['Zakarpattia Oblast', 'Закарпатська область'],
  'UA-23': ['Zaporizhzhia Oblast', 'Запорізька область'],
  'UA-26': ['Ivano-Frankivsk Oblast', 'Івано-Франківська область'],
  'UA-30': ['Kyiv', 'Київ'],
  'UA-32': ['Kyiv Oblast', 'Київська область'],
  'UA-35': ['Kirovohrad Oblast', 'Кіровоградська область'],
  'UA-40': ['Sevastopol', 'Севастополь'],
  'UA-43': ['Autonomous Republic of Crimea', 'Автономна Республіка Крим'],
  'UA-46': ['Lviv Oblast', 'Львівська область'],
  'UA-48': ['Mykolaiv Oblast', 'Миколаївська область'],
  'UA-51': ['Odesa Oblast', 'Одеська область'],
  'UA-53': ['Poltava Oblast', 'Полтавська область'],
  'UA-56': ['Rivne Oblast', 'Рівненська область'],
  'UA-59': ['Sumy Oblast', 'Сумська область'],
  'UA-61': ['Ternopil Oblast', 'Тернопільська область'],
  'UA-63': ['Kharkiv Oblast', 'Харківська область'],
  'UA-65': ['Kherson Oblast', 'Херсонська область'],
  'UA-68': ['Khmelnytskyi Oblast', 'Хмельницька область'],
  'UA-71': ['Cherkasy Oblast', 'Черкаська область'],
  'UA-74': ['Chernihiv Oblast', 'Чернігівська область'],
  'UA-77': ['Chernivtsi Oblast', 'Чернівецька область'],
};

/** The Russian regions that border Ukraine, and the one across the Kerch Strait. */
export const RUSSIA = {
  'RU-BEL': ['Belgorod Oblast', 'Бєлгородська область'],
  'RU-BRY': ['Bryansk Oblast', 'Брянська область'],
  'RU-KDA': ['Krasnodar Krai', 'Краснодарський край'],
  'RU-KRS': ['Kursk Oblast', 'Курська область'],
  'RU-ROS': ['Rostov Oblast', 'Ростовська область'],
  'RU-VOR': ['Voronezh Oblast', 'Воронезька область'],
};

/** Points that must lie in Ukraine on every layer that has a country. */
export const CRIMEA_POINTS = {
  Simferopol: [34.1, 44.95],
  Sevastopol: [33.52, 44.61],
  Kerch: [36.47, 45.35],
  Yalta: [34.16, 44.5],
  Yevpatoriia: [33.37, 45.2],
  Dzhankoi: [34.39, 45.71],
};

/** Points in the bed of the Kakhovka reservoir, drained in June 2023: no lake may hold them. */
export const KAKHOVKA_POINTS = [
  [34.3, 47.45],
  [34.4, 47.53],
  [34.9, 47.5],
  [33.95, 47.45],
  [33.7, 47.05],
];

/** Points in the bed of the Oskil reservoir, empty since its dam was blown up in spring 2022. */
export const OSKIL_POINTS = [
  [37.58, 49.3],
  [37.54, 49.22],
  [37.62, 49.46],
];

/** Country names come from Node's own CLDR data; where CLDR differs from the form we print, we say so. */
export function countryNames(iso) {
  const own = { MK: ['North Macedonia', 'Північна Македонія'], TR: ['Türkiye', 'Туреччина'] };
  if (own[iso]) return own[iso];
  return ['en', 'uk'].map((lang) => new Intl.DisplayNames([lang], { type: 'region' }).of(iso));
}
