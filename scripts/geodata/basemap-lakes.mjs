/** What to do with the lakes of the source; boxes are [west, south, east, north]. */
export const LAKES = {
  /** Reservoirs that no longer hold water: Kakhovka (June 2023) and Oskil (spring 2022). */
  gone: [
    [33.3, 46.7, 34.0, 47.45],
    [33.7, 47.35, 35.6, 47.865],
    [37.35, 49.1, 37.8, 49.65],
  ],
  /** Reservoirs that the source files under rivers: the Dnipro reservoir above Zaporizhzhia. */
  fromRivers: [[34.9, 47.87, 35.4, 48.75]],
  /** Lagoons that the source files under the sea: the Syvash. */
  lagoons: [
    [33.6, 45.9, 34.8, 46.28],
    [34.6, 45.2, 35.45, 46.1],
  ],
  /** Where lakes of 12 km² are drawn; elsewhere they need 60. */
  near: [28, 44, 41, 53],
  /** [id, a point in or beside it, English, Ukrainian, rank]. */
  names: [
    ['kyiv', [30.5, 50.85], 'Kyiv Reservoir', 'Київське водосховище', 1],
    ['kaniv', [31.45, 49.95], 'Kaniv Reservoir', 'Канівське водосховище', 1],
    ['kremenchuk', [32.7, 49.25], 'Kremenchuk Reservoir', 'Кременчуцьке водосховище', 1],
    ['dnipro', [35.17, 48.25], 'Dnipro Reservoir', 'Дніпровське водосховище', 1],
    ['dniester-liman', [30.35, 46.25], 'Dniester Liman', 'Дністровський лиман', 2],
    ['molochnyi', [35.33, 46.55], 'Molochnyi Lyman', 'Молочний лиман', 2],
    ['tylihul', [31.16, 46.78], 'Tylihul Lyman', 'Тилігульський лиман', 3],
    ['khadzhybei', [30.53, 46.65], 'Khadzhybei Lyman', 'Хаджибейський лиман', 3],
    ['kuialnyk', [30.67, 46.68], 'Kuialnyk Lyman', 'Куяльницький лиман', 3],
    ['yalpuh', [28.63, 45.45], 'Yalpuh', 'Ялпуг', 3],
    ['kahul', [28.41, 45.4], 'Kahul', 'Кагул', 3],
    ['pechenihy', [36.9, 49.95], 'Pechenihy Reservoir', 'Печенізьке водосховище', 2],
    ['syvash', [34.5, 46.1], 'Syvash', 'Сиваш', 2],
    ['tsimlyansk', [43.4, 48.43], 'Tsimlyansk Reservoir', 'Цимлянське водосховище', 2],
    ['krasnodar', [39.3, 45.0], 'Krasnodar Reservoir', 'Краснодарське водосховище', 3],
  ],
};
