import type { Day } from '../domain/time/day.ts';
import type { Lang } from '../domain/text.ts';
import { mediumDay } from './dates.ts';

interface CopyWords {
  /** What a copy is, and what it cannot know. */
  copy(edition: number, made: Day): string;
  /** The same at the foot of every page of a copied site, with what it is without. */
  site(edition: number, made: Day): string;
  readonly theSite: string;
  /** On the map's page where no script runs. */
  readonly noScript: string;
  /** On the map's page where it is opened from a disk. */
  readonly onDisk: string;
  /** What a file beside a copied site says. */
  siteReadMe(copied: Pick<Copied, 'citation' | 'edition' | 'digest' | 'made'>): string;
  /** What a file beside a copied widget says. */
  readMe(copied: Copied): string;
}

interface Copied {
  readonly title: string;
  readonly citation: string;
  readonly edition: number;
  readonly digest: string;
  readonly made: Day;
  readonly hasLive: boolean;
}

/** Words of what was copied from the site to another place. */
export const copyWords: Record<Lang, CopyWords> = {
  en: {
    copy: (edition, made) =>
      `A copy of edition ${edition}, made on ${mediumDay('en', made)}. Corrections and take-downs on the site cannot reach it.`,
    site: (edition, made) =>
      `This is a copy of edition ${edition}, made on ${mediumDay('en', made)}. Corrections and take-downs on the site cannot reach it. Search, filters and other editions are on the site.`,
    theSite: 'The site',
    noScript:
      'In this copy the map shows other days only where scripts run; without them, every day has a page of its own.',
    onDisk:
      'Opened from a disk the map stays a picture of its last day, since browsers keep scripts of files from reading other files; behind any web server it moves. Every day has a page of its own.',
    siteReadMe: ({
      citation,
      edition,
      digest,
      made,
    }) => `A copy of edition ${edition}, made on ${mediumDay('en', made)}.
It stays as it is: corrections and take-downs on the site cannot reach it.
Who shows it should look at the site now and then, and take down what is taken down there.

Cite as: ${citation}
Digest of the edition: ${digest}

index.html, uk/   the pages in English and Ukrainian
data/             the edition's files, and data/o its objects, each named by the sha256 of its bytes
pictures/         the map as pictures
copy.json         what this is a copy of, for programs

Put the whole folder on any web server, under any path. From a disk the pages can be read too; the map moves only where
a web server stands before it, since browsers keep scripts of files from reading other files.

Settlements: GeoNames (CC BY 4.0). Land and borders: Natural Earth (public domain). Rivers and lakes: © OpenStreetMap
contributors (ODbL). Letters: Noto Sans and Source Serif 4 (SIL Open Font License). The map: MapLibre GL JS (BSD).
`,
    readMe: ({ title, citation, edition, digest, made, hasLive }) => `${title}

A copy of a map of edition ${edition}, made on ${mediumDay('en', made)}.
It stays as it is: corrections and take-downs on the site cannot reach it.
Who shows it should look at the site now and then, and take down what is taken down there.

Cite as: ${citation}
Digest of the edition: ${digest}

index.html   the map as a picture with its words; it needs no script and asks nobody for anything
${hasLive ? 'live.html    the same map, moving; live.js and live-data.js belong to it\n' : ''}pictures/    the picture in sizes for posts and print
data/        what the picture shows: events with their reports (GeoJSON, CSV, JSON), and the ground held
copy.json    what this is a copy of, for programs

Put the whole folder on any web server, or open index.html from a disk. To show it in a page:
<iframe src="index.html" title="${title.replaceAll('"', '&quot;')}" width="620" height="480" loading="lazy"></iframe>

Settlements: GeoNames (CC BY 4.0). Land and borders: Natural Earth (public domain). Rivers and lakes: © OpenStreetMap
contributors (ODbL). ${hasLive ? 'Letters of the moving map: Noto Sans (SIL Open Font License). Its drawing: MapLibre GL JS (BSD).' : ''}
`,
  },
  uk: {
    copy: (edition, made) =>
      `Копія випуску ${edition}, зроблена ${mediumDay('uk', made)}. Виправлення й вилучення на сайті до неї не дійдуть.`,
    site: (edition, made) =>
      `Це копія випуску ${edition}, зроблена ${mediumDay('uk', made)}. Виправлення й вилучення на сайті до неї не дійдуть. Пошук, фільтри та інші випуски — на сайті.`,
    theSite: 'Сайт',
    noScript:
      'У цій копії карта показує інші дні лише там, де працюють скрипти; без них кожен день має власну сторінку.',
    onDisk:
      'Відкрита з диска, карта лишається картинкою останнього дня, бо браузери не дають скриптам файлів читати інші файли; за будь-яким вебсервером вона рухається. Кожен день має власну сторінку.',
    siteReadMe: ({
      citation,
      edition,
      digest,
      made,
    }) => `Копія випуску ${edition}, зроблена ${mediumDay('uk', made)}.
Вона лишається такою, як є: виправлення й вилучення на сайті до неї не дійдуть.

Цитувати так: ${citation}
Дайджест випуску: ${digest}
`,
    readMe: ({ title, citation, edition, digest, made, hasLive }) => `${title}

Копія карти випуску ${edition}, зроблена ${mediumDay('uk', made)}.
Вона лишається такою, як є: виправлення й вилучення на сайті до неї не дійдуть.
Хто її показує, нехай час від часу дивиться на сайт і прибирає те, що прибрано там.

Цитувати так: ${citation}
Дайджест випуску: ${digest}

index.html   карта картинкою з її словами; скрипти їй не потрібні, і вона нікого ні про що не запитує
${hasLive ? 'live.html    та сама карта, рухома; до неї належать live.js і live-data.js\n' : ''}pictures/    картинка в розмірах для дописів і друку
data/        те, що показує картинка: події з публікаціями (GeoJSON, CSV, JSON) й утримувана територія
copy.json    з чого ця копія, для програм

Покладіть усю теку на будь-який вебсервер або відкрийте index.html з диска. Щоб показати її на сторінці:
<iframe src="index.html" title="${title.replaceAll('"', '&quot;')}" width="620" height="480" loading="lazy"></iframe>

Населені пункти: GeoNames (CC BY 4.0). Суходіл і межі: Natural Earth (суспільне надбання). Річки й озера: © учасники
OpenStreetMap (ODbL). ${hasLive ? 'Літери рухомої карти: Noto Sans (SIL Open Font License). Малює її MapLibre GL JS (BSD).' : ''}
`,
  },
};
