import { isReviewId } from '#lib/domain/control/review-id.ts';
import type { Change, Edition } from '#lib/domain/history/edition.ts';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import { textIn, type Lang, type Text } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import { comparedWith } from '#lib/domain/view/compared.ts';
import { DEFAULT_VIEW, type View } from '#lib/domain/view/view.ts';
import { cameraFor } from '#lib/look/cameras.ts';
import { boxOfFrame } from '#lib/look/mercator.ts';
import { concerned, type ShownScene } from '#lib/scene/concerned.ts';
import type { Control } from '#lib/scene/control.ts';
import { sceneOf } from '#lib/scene/scene.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { controlOf } from '../editions/control.ts';
import { correctionHref } from '../pages/corrections.ts';
import type { Asked } from '../pages/asked.ts';
import type { EditionReader, PublicStore } from '../store/store.ts';
import { HALF, SIZES } from './sizes.ts';

/** A later correction or retraction of what a widget shows, or a move of its line by more than it is true to. */
export interface Mended {
  readonly edition: number;
  readonly item: Change['item'];
  readonly change: 'correction' | 'retraction' | 'moved';
  /** As the edition that the widget shows has it. */
  readonly title: { readonly text: string; readonly lang: string };
  readonly note: { readonly text: string; readonly lang: string } | undefined;
  /** Path of the page that tells of it. */
  readonly path: string;
  /** Instant, UTC milliseconds. */
  readonly published_at: number;
}

/**
 * What later editions mended of what a widget shows, newest first; of a widget that shows the newest edition, what was
 * mended until then of what it still shows.
 */
export async function mendedSince(
  store: PublicStore,
  asked: Asked,
  { lang }: Pick<EmbedOptions, 'lang'>,
): Promise<Mended[]> {
  const { edition, head } = asked;
  const newest = edition.number === head.number ? asked.reader : await store.at(head.number);
  if (!newest) return [];
  const after = edition.number < head.number ? edition.number : 0;
  const mends = (await newest.corrections({ after })).filter((c) => c.change !== 'clarification');
  const changes = [...mends, ...(await othersOfGround(newest, edition, head))].sort(
    (a, b) => b.edition - a.edition,
  );
  if (changes.length === 0) return [];
  const [control, { places }] = await Promise.all([controlOf(newest), catalogueOf(newest)]);
  const mending = concerned(scenesShown(asked, lang), asked, { control, places }, changes);
  return Promise.all(
    mending.map(async ({ edition: number, item, change, note, published_at }) => {
      const isMend = change === 'correction' || change === 'retraction';
      return {
        edition: number,
        item,
        change: isMend ? change : 'moved',
        title: await titleOf(asked, item, lang, control),
        note: note && textIn(note, lang),
        path: isMend ? correctionHref(lang, item, number, change) : movedHref(lang, item, number, control),
        published_at,
      };
    }),
  );
}

/** What later editions than a pinned one did to ground without calling it a correction: it may have moved the line. */
async function othersOfGround(newest: EditionReader, edition: Edition, head: Edition) {
  if (edition.number >= head.number) return [];
  const all = await newest.changesTo('statement', { after: edition.number });
  return all.filter(
    ({ item, change }) => change !== 'correction' && change !== 'retraction' && !isReviewId(item.id),
  );
}

/** The day of a statement in the edition that has it, where stands what it moved. */
function movedHref(lang: Lang, { id }: Change['item'], edition: number, control: Control): string {
  const on = control.statements.find((s) => s.id === id)?.day;
  return address(lang, on ? `/days/${on}` : '/editions', { ...DEFAULT_VIEW, edition });
}

/** The scenes of a widget's pictures with all that a frame of any size can show of them. */
export function scenesShown(
  { catalogue, control, edition, view: asked, day }: Asked,
  lang: Lang,
): ShownScene[] {
  const view: View = { ...asked, ...(day ? { day } : {}), how: undefined };
  const scene = sceneOf({ catalogue, control, edition, view, lang });
  const before = comparedWith(view, scene.day);
  const views: View[] = before === undefined ? [view] : [view, { ...view, day: before, compare: undefined }];
  const sizes = Object.values(before === undefined ? SIZES : HALF);
  return views.map((one) => {
    const own = one === view ? scene : sceneOf({ catalogue, control, edition, view: one, lang });
    const boxes = sizes.map(({ shown, drawn }) =>
      boxOfFrame({ camera: cameraFor(own.view, shown, own.focus), ...drawn }),
    );
    return { scene: own, boxes };
  });
}

async function titleOf(
  { reader, control }: Asked,
  { kind, id }: Change['item'],
  lang: Lang,
  later: Control,
): Promise<Mended['title']> {
  const place = async (): Promise<string | undefined> => {
    const found = await reader.place(id as PlaceId);
    return found && nameOf(found, lang);
  };
  const read: Record<Change['item']['kind'], () => Promise<Text | string | undefined>> = {
    event: async () => (await reader.event(id as never))?.title,
    report: async () => (await reader.report(id as never))?.title,
    // Of what moved the line, the edition that is shown may not know.
    statement: async () =>
      [control, later].map((of) => of.statements.find((s) => s.id === id)?.title).find((title) => title),
    place,
    ledger: async () => control.ledgers.find((l) => l.id === id)?.name,
  };
  const title = (await read[kind]()) ?? id;
  return typeof title === 'string' ? { text: title, lang } : textIn(title, lang);
}
