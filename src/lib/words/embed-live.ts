import type { Day } from '../domain/time/day.ts';
import type { Lang } from '../domain/text.ts';
import { mediumDay } from './dates.ts';

interface LiveWords {
  readonly picture: string;
  readonly noScript: string;
  readonly move: string;
  /** Name of the map for who does not see it, and how it is moved. */
  readonly map: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly dayBefore: string;
  readonly dayAfter: string;
  readonly meet: string;
  readonly loading: string;
  readonly stalled: string;
  readonly again: string;
  readonly graphics: string;
  readonly lost: string;
  readonly basemap: string;
  readonly names: string;
  readonly openOnMap: string;
  readonly close: string;
  readonly blocked: string;
  readonly wordsOf: (day: Day) => string;
  readonly cooperative: { readonly windows: string; readonly mac: string; readonly mobile: string };
}

/** Words around the moving map of a widget. */
export const liveWords: Record<Lang, LiveWords> = {
  en: {
    picture: 'Back to the picture',
    noScript: 'The map moves only where scripts run; this is its picture.',
    move: 'Move the map',
    map: 'Map: arrow keys move it, plus and minus go nearer and further',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    dayBefore: 'One day back',
    dayAfter: 'One day on',
    meet: 'Where the two days meet',
    loading: 'The moving map is loading.',
    stalled: 'The moving map could not be loaded; the picture stays.',
    again: 'Try again',
    graphics: 'This browser cannot draw the moving map (no WebGL); the picture stays.',
    lost: 'The graphics were lost; the picture stands in until they are back.',
    basemap: 'Rivers and borders could not be loaded.',
    names: 'Names of settlements could not be loaded.',
    openOnMap: 'Open on the map',
    close: 'Close',
    blocked: 'No window may be opened from here. The address is',
    wordsOf: (day) => `The words around the map are still those of ${mediumDay('en', day)}.`,
    cooperative: {
      windows: 'Hold Ctrl and scroll to zoom the map',
      mac: 'Hold ⌘ and scroll to zoom the map',
      mobile: 'Move the map with two fingers',
    },
  },
  uk: {
    picture: 'Назад до картинки',
    noScript: 'Карта рухається лише там, де працюють скрипти; це її картинка.',
    move: 'Рухати карту',
    map: 'Карта: стрілки рухають її, плюс і мінус наближають і віддаляють',
    zoomIn: 'Наблизити',
    zoomOut: 'Віддалити',
    dayBefore: 'На день назад',
    dayAfter: 'На день уперед',
    meet: 'Де сходяться два дні',
    loading: 'Рухома карта завантажується.',
    stalled: 'Рухому карту не вдалося завантажити; картинка лишається.',
    again: 'Спробувати ще раз',
    graphics: 'Цей браузер не може намалювати рухому карту (немає WebGL); картинка лишається.',
    lost: 'Графіку втрачено; доки вона не повернеться, показано картинку.',
    basemap: 'Річки й кордони не вдалося завантажити.',
    names: 'Назви населених пунктів не вдалося завантажити.',
    openOnMap: 'Відкрити на карті',
    close: 'Закрити',
    blocked: 'Звідси не можна відкрити вікно. Адреса:',
    wordsOf: (day) => `Слова навколо карти — ще за ${mediumDay('uk', day)}.`,
    cooperative: {
      windows: 'Щоб змінити масштаб, прокручуйте з натиснутою Ctrl',
      mac: 'Щоб змінити масштаб, прокручуйте з натиснутою ⌘',
      mobile: 'Рухайте карту двома пальцями',
    },
  },
};
