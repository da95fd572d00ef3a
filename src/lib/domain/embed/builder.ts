import { LANGS, urlSchema, type Lang } from '../text.ts';
import { LAYERS, THEMES, type Layer, type Theme, type View, type ViewNote } from '../view/view.ts';
import { EVENT_KINDS, type EventKind } from '../events/terms.ts';
import { accentOf } from './accent.ts';
import {
  FONTS,
  RATIOS,
  DEFAULT_EMBED,
  type EmbedOptions,
  type Following,
  type Font,
  type Ratio,
} from './options.ts';
import * as v from 'valibot';

/** What a widget can be about. `view` is the part of the map at which somebody looked before. */
export const SHOWS = ['front', 'place', 'event', 'report', 'area', 'view'] as const;
export type Show = (typeof SHOWS)[number];
export const LATERS = ['keep', 'update', 'live'] as const satisfies readonly Following[];

/** What was chosen for a widget, beside the view that its address carries. */
export interface Choices {
  readonly show: Show;
  /** What happens where the day is corrected later. */
  readonly later: Following;
  /** The theme of the widget; `theme` is that of the page on which it is built. */
  readonly look: Theme;
  readonly lang: Lang;
  readonly ratio: Ratio;
  readonly font: Font;
  readonly accent: string | undefined;
  readonly controls: boolean;
  /** Where a newsroom keeps its own copy of the picture. */
  readonly picture: string | undefined;
  /** Whether it was said that demonstration data are known to be such. */
  readonly know: boolean;
  /** A place by a name that was not found. */
  readonly find: string;
}

/** The parameters of the builder beside those of the view, in the order in which they are written. */
export const BUILDER_PARAMS = [
  'show',
  'later',
  'look',
  'lang',
  'ratio',
  'font',
  'accent',
  'controls',
  'picture',
  'know',
  'find',
] as const;
type Param = (typeof BUILDER_PARAMS)[number];

const MOST_FIND = 80;
const MOST_PICTURE = 500;

/** What a view is about where nobody says it. */
export const showOf = ({ event, report, place, area, at }: View): Show =>
  event ? 'event' : report ? 'report' : place ? 'place' : area ? 'area' : at ? 'view' : 'front';

/** An address of the web without a name and a word to sign in. */
const pictureOf = (text: string): string | undefined => {
  if (text.length > MOST_PICTURE || !v.is(urlSchema, text)) return undefined;
  const url = new URL(text);
  return url.username || url.password ? undefined : url.href;
};

/** Read the choices of an address. What cannot be used falls back to what is usual and is named in `notes`. */
export function choicesFrom(
  params: URLSearchParams,
  view: View,
  lang: Lang,
): { choices: Choices; notes: ViewNote[] } {
  const notes: ViewNote[] = [];
  const read = <T>(param: Param, usual: T, find: (text: string) => T | undefined): T => {
    const text = params.get(param);
    if (text === null || text === '') return usual;
    const found = find(text);
    if (found === undefined) notes.push({ param, value: text.slice(0, 60) });
    return found ?? usual;
  };
  const among =
    <T extends string>(all: readonly T[]) =>
    (text: string): T | undefined =>
      all.find((one) => one === text);
  const onOff = (text: string): boolean | undefined =>
    text === '1' ? true : text === '0' ? false : undefined;
  const show = read<Show>('show', showOf(view), among(SHOWS));
  return {
    choices: {
      show: show === 'view' && !view.at ? 'front' : show,
      later: read<Following>('later', 'keep', among(LATERS)),
      look: read<Theme>('look', 'system', among(THEMES)),
      lang: read<Lang>('lang', lang, among(LANGS)),
      ratio: read<Ratio>('ratio', DEFAULT_EMBED.ratio, among(RATIOS)),
      font: read<Font>('font', DEFAULT_EMBED.font, among(FONTS)),
      accent: read<string | undefined>('accent', undefined, (text) => accentOf(text.replace(/^#/, ''))),
      controls: read<boolean>('controls', DEFAULT_EMBED.controls, onOff),
      picture: read<string | undefined>('picture', undefined, pictureOf),
      know: read<boolean>('know', false, onOff),
      find: (params.get('find') ?? '').trim().slice(0, MOST_FIND),
    },
    notes,
  };
}

/** Choices as parameters, without what is usual on a page of a language. */
export function choicesToParams(choices: Choices, view: View, lang: Lang): Record<string, string> {
  const said: readonly [Param, string | undefined][] = [
    ['show', choices.show === showOf(view) ? undefined : choices.show],
    ['later', choices.later === 'keep' ? undefined : choices.later],
    ['look', choices.look === 'system' ? undefined : choices.look],
    ['lang', choices.lang === lang ? undefined : choices.lang],
    ['ratio', choices.ratio === DEFAULT_EMBED.ratio ? undefined : choices.ratio],
    ['font', choices.font === DEFAULT_EMBED.font ? undefined : choices.font],
    ['accent', choices.accent],
    ['controls', choices.controls ? undefined : '0'],
    ['picture', choices.picture],
    ['know', choices.know ? '1' : undefined],
    ['find', choices.find || undefined],
  ];
  return Object.fromEntries(said.filter((entry): entry is [Param, string] => entry[1] !== undefined));
}

/** Boxes that were ticked, sent once for each; all of them are the same as no choice. */
const ticked = <T extends string>(
  params: URLSearchParams,
  name: string,
  all: readonly T[],
): string | undefined => {
  if (!params.has(name)) return undefined;
  const names = new Set(params.getAll(name).flatMap((text) => text.split(',')));
  const kept = all.filter((one) => names.has(one));
  return kept.length === all.length ? undefined : kept.join(',');
};

/** A form as it was sent, as an address has it: boxes in one parameter, and nothing that was left empty. */
export function tidied(form: URLSearchParams): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of form) if (value.trim() !== '') params.set(name, value.trim());
  const boxes: readonly [string, string | undefined][] = [
    ['layers', ticked<Layer>(form, 'layers', LAYERS)],
    ['kinds', ticked<EventKind>(form, 'kinds', EVENT_KINDS)],
  ];
  for (const [name, value] of boxes) {
    if (value === undefined) params.delete(name);
    else params.set(name, value);
  }
  const area = params.get('area');
  if (area) params.set('area', area.replace(/\s*[,;]\s*|\s+/g, ','));
  return params;
}

/** Days and edition as a widget's address names them. */
interface Pin {
  readonly day: View['day'];
  readonly edition: number | undefined;
}

/** The widget that was chosen: of the view what it is about, and the day as the newsroom wants it kept. */
export function widgetOptions(choices: Choices, view: View, { day, edition }: Pin): EmbedOptions {
  const { show, later } = choices;
  const only = <T>(when: Show, value: T): T | undefined => (show === when ? value : undefined);
  return {
    view: {
      ...view,
      day: later === 'live' ? undefined : day,
      edition: later === 'keep' ? edition : undefined,
      known: undefined,
      at: only('view', view.at),
      place: only('place', view.place),
      area: only('area', view.area),
      event: only('event', view.event),
      report: only('report', view.report),
      how: undefined,
      theme: choices.look,
    },
    lang: choices.lang,
    ratio: choices.ratio,
    font: choices.font,
    accent: choices.accent,
    controls: choices.controls,
    interactive: false,
  };
}
