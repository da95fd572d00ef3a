import type { Precision } from '../domain/events/event.ts';
import type { Lang } from '../domain/text.ts';

interface MethodWords {
  readonly what: string;
  readonly whatText: readonly string[];
  readonly demonstrationText: readonly string[];
  readonly control: string;
  readonly controlText: readonly string[];
  readonly areas: string;
  readonly areasText: readonly string[];
  readonly evidence: string;
  readonly evidenceText: readonly string[];
  readonly precision: string;
  readonly precisionText: readonly string[];
  readonly precisionOf: Readonly<Record<Precision, string>>;
  readonly time: string;
  readonly timeText: readonly string[];
  readonly never: string;
  readonly neverText: readonly string[];
  readonly sources: string;
  readonly sourcesText: readonly string[];
  readonly who: string;
}

/** The page on how the map is made. */
export const methodWords: Record<Lang, MethodWords> = {
  en: {
    what: 'What this map is',
    whatText: [
      'A map of a war’s front in which every line, strike and advance cites a report with a date. What no report says is not drawn.',
      'Publishing makes a numbered edition. Everything on this site is read from an edition, so any past state can be shown again, and a correction is a new revision with a note, never an overwriting.',
    ],
    demonstrationText: [
      'The lines of control that ship with the software are ours, generalised to about ten kilometres, and show what the software does. They are no assessment of the front and no substitute for one. They were made from a table of settlements: who held each on 1 September 2024, and, where a public report says so, the day on which that changed. The edge runs half-way between settlements of different sides, follows the Dnipro and the state border, and is smoothed. The state of 1 September is not sourced; every later change cites its report.',
      'No other map’s geometry was traced or derived. Figures in km² are withheld.',
    ],
    control: 'Control of ground',
    controlText: [
      'Ground is stated with who is said to hold it and on which basis. A change of assessed ground needs a report that assesses or confirms it; the holder’s own claim alone is not enough.',
    ],
    areas: 'Areas',
    areasText: [
      'Areas are measured on a sphere with a radius of 6,371,008.8 m, edge by edge: half the squared radius times the sum, over all edges, of the difference in longitude times the sum of the sines of both latitudes. So parts add up to the whole, and gains less losses are the net change.',
      'Change compares the state of one day with that of another: what is held on the later one only was gained, what is held on the earlier one only was lost. What went and came back in between is in neither. Oblasts are those of the base map.',
      'Every figure comes with ±: the length of line that moved, which is the longer of the old and the new, times the distance to which the line is true. Figures are added up in full and rounded, when shown, to 0.1 km². For demonstration data they are withheld.',
    ],
    evidence: 'Evidence of events',
    evidenceText: [
      'An event carries its claims one by one: who says what, and through which report we know. What they add up to is computed, not chosen. Where somebody denies it, it is marked disputed. Suspicion of a cause is a claim of its own.',
    ],
    precision: 'Precision of places',
    precisionText: [
      'A mark is never finer than its report. A settlement named in a report becomes a point with a ring of the distance within which it is true, never an address.',
    ],
    precisionOf: {
      exact: 'A point known from a picture matched to the ground, or stated coordinates.',
      street: 'A street or site is named.',
      settlement: 'A town or village is named; the ring holds it.',
      district: 'An area around a place is named; the ring is as wide as that.',
      oblast: 'Only a region is named: shown as a label, never as a point.',
      country: 'Only a country is named: shown in words, never on the map.',
    },
    time: 'Days',
    timeText: [
      'A day is a calendar day in Kyiv. The day on which something happened and the day on which it was reported are kept apart. What a report does not date is listed as undated, from the first day on which its report can have appeared, and is never counted in a day.',
      '“No report” is not “no change”: the line carries the day on which it was last reviewed, and where editors say so, so does each oblast and sector. What they do not say is not recorded.',
    ],
    never: 'What is never here',
    neverText: [
      'No positions or movements of units of either side. No name, face or film of a prisoner. No harm added up across speakers. No media are kept; a link may be flagged as graphic.',
    ],
    sources: 'Sources and licence',
    sourcesText: [
      'Reports are cited, not copied: publisher, title, day and address, and a paraphrase in our words. Settlements and their names come from GeoNames; land and borders from Natural Earth; rivers and lakes from OpenStreetMap. Crimea and Sevastopol are Ukraine in every layer, as the United Nations recognises.',
    ],
    who: 'Who publishes',
  },
  uk: {
    what: 'Що це за карта',
    whatText: [
      'Карта фронту, на якій кожна лінія, удар і просування посилаються на повідомлення з датою. Чого не каже жодне повідомлення, того не нанесено.',
      'Публікація створює пронумерований випуск. Усе на цьому сайті читається з випуску, тому будь-який минулий стан можна показати знову, а виправлення — це нова редакція з приміткою, а не перезапис.',
    ],
    demonstrationText: [
      'Лінії контролю, що постачаються з програмою, зроблені нами, узагальнені приблизно до десяти кілометрів і показують, що вміє програма. Це не оцінка фронту і не заміна їй. Їх зроблено з таблиці населених пунктів: хто контролював кожен 1 вересня 2024 року і, якщо про це каже публічне повідомлення, якого дня це змінилося. Межа проходить посередині між населеними пунктами різних сторін, іде за Дніпром і державним кордоном та згладжена. Стан на 1 вересня не має джерела; кожна пізніша зміна посилається на своє повідомлення.',
      'Геометрію жодної іншої карти не обведено й не використано. Площі в км² не подаються.',
    ],
    control: 'Контроль території',
    controlText: [
      'Про територію сказано, хто її, за повідомленнями, контролює і на якій підставі. Зміна оціненої території потребує повідомлення, яке її оцінює або підтверджує; самої заяви сторони замало.',
    ],
    areas: 'Площі',
    areasText: [
      'Площі виміряно на сфері з радіусом 6 371 008,8 м, ребро за ребром: половина квадрата радіуса, помножена на суму за всіма ребрами, де різницю довгот помножено на суму синусів обох широт. Тому частини складаються в ціле, а зайняте мінус втрачене дорівнює різниці.',
      'Зміна порівнює стан одного дня зі станом іншого: що утримують лише пізнішого дня, те зайнято, що лише ранішого — втрачено. Що змінилося й повернулося між ними, не входить нікуди. Області — такі, як на основі карти.',
      'Кожне число має ±: довжину лінії, що змінилася (довшу зі старої та нової), помножену на точність лінії. Числа додаються повністю, а показуються з округленням до 0,1 км². Для демонстраційних даних їх не подано.',
    ],
    evidence: 'Доказовість подій',
    evidenceText: [
      'Подія несе свої твердження по одному: хто що каже і з якого повідомлення ми це знаємо. Підсумок обчислюється, а не обирається. Де хтось заперечує, подію позначено як оскаржувану. Підозра щодо причини — окреме твердження.',
    ],
    precision: 'Точність місць',
    precisionText: [
      'Позначка ніколи не точніша за своє повідомлення. Населений пункт, названий у повідомленні, стає точкою з колом, у межах якого це правда, і ніколи не адресою.',
    ],
    precisionOf: {
      exact: 'Точка відома зі зображення, звіреного з місцевістю, або з названих координат.',
      street: 'Названо вулицю або об’єкт.',
      settlement: 'Названо місто чи село; коло охоплює його.',
      district: 'Названо околиці місця; коло має таку саму ширину.',
      oblast: 'Названо лише область: показано як підпис, ніколи як точку.',
      country: 'Названо лише країну: показано словами, ніколи на карті.',
    },
    time: 'Дні',
    timeText: [
      'День — це календарний день у Києві. День, коли щось сталося, і день, коли про це повідомлено, зберігаються окремо. Що повідомлення не датує, те стоїть як недатоване від першого дня, коли повідомлення могло з’явитися, і ніколи не рахується в якомусь дні.',
      '«Немає повідомлень» — це не «немає змін»: лінія несе день, коли її востаннє переглянуто, а де редактори це кажуть, — і кожна область та ділянка. Чого вони не кажуть, те не записано.',
    ],
    never: 'Чого тут ніколи немає',
    neverText: [
      'Немає позицій і пересувань підрозділів жодної сторони. Немає імен, облич чи відео полонених. Шкода не додається між різними мовцями. Медіафайли не зберігаються; посилання може мати позначку про тяжкий вміст.',
    ],
    sources: 'Джерела й ліцензія',
    sourcesText: [
      'Повідомлення цитуються, а не копіюються: видання, заголовок, день і адреса та переказ нашими словами. Населені пункти та їхні назви — з GeoNames; суходіл і межі — з Natural Earth; річки й озера — з OpenStreetMap. Крим і Севастополь — Україна на кожному шарі, як визнає ООН.',
    ],
    who: 'Хто публікує',
  },
};
