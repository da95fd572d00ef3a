import { versionOf } from '#lib/domain/history/edition.ts';
import type { Change } from '#lib/domain/control/change.ts';
import { address } from '#lib/domain/view/address.ts';
import {
  changeFromUrl,
  changeToParams,
  partToParams,
  type ChangeView,
} from '#lib/domain/view/change-view.ts';
import { MOST_CORNERS } from '#lib/domain/view/outline.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import type { Control } from '#lib/scene/control.ts';
import { changeWords } from '#lib/words/change.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { basemap } from '../draw/basemap.ts';
import { editionChange } from '../editions/change.ts';
import { controlOf } from '../editions/control.ts';
import type { EditionReader, PublicStore } from '../store/store.ts';
import { apiError, conditional, etagOf, OPEN } from './conditional.ts';
import { toCsv } from './csv.ts';
import { editionFromPath } from './data.ts';

const COLUMNS = [
  'edition',
  'from',
  'to',
  'holder',
  'ledger',
  'area',
  'name',
  'pre_2022',
  'gained_km2',
  'lost_km2',
  'net_km2',
  'uncertainty_km2',
  'edge_km',
  'resolution_m',
  'definition_changed',
  'days_without_report',
  'note',
  'attribution',
] as const;
type ChangeRecord = Record<(typeof COLUMNS)[number], string | number | null>;

const WITHHELD = 'Figures are withheld: the ledger is a demonstration.';

/** Change between two days as a program reads it: what could not be read is an error, not replaced by something else. */
export async function changeData(
  type: 'csv' | 'json',
  { store, config }: { store: PublicStore; config: Config },
  editionText: string,
  request: Request,
  params: URLSearchParams,
): Promise<Response> {
  const reader = await editionFromPath(store, editionText);
  if (!reader)
    return apiError(
      404,
      `There is no edition "${editionText.slice(0, 40)}". Use a number, a date or "latest".`,
    );
  const control = await controlOf(reader);
  const { opens, lastReviewed } = control;
  if (!opens || !lastReviewed) return apiError(404, 'This edition has no ledger of ground.');
  const { view, notes } = changeFromUrl(
    params,
    { opens, lastReviewed },
    basemap().oblasts.map((o) => o.iso),
  );
  for (const note of notes) {
    if (note.type === 'unread')
      return apiError(
        400,
        `"${note.note.param}=${note.note.value}" cannot be read. Write from=YYYY-MM-DD, to=YYYY-MM-DD, ` +
          'oblast=UA-14, within=west,south,east,north or within=lng,lat_lng,lat_lng,lat.',
      );
    if (note.type === 'swapped' || note.type === 'same')
      return apiError(400, 'The day of "from" must come before that of "to".');
    if (note.type === 'moved')
      return apiError(400, `"${note.param}=${note.asked}" is outside of ${opens} to ${lastReviewed}.`);
    if (note.type === 'outline')
      return apiError(400, `"within": ${changeWords.en.outline(note.fault, MOST_CORNERS)}`);
    if (note.type === 'both') return apiError(400, 'Give oblast or within, not both.');
  }
  const headers = {
    ...OPEN,
    'content-type': type === 'csv' ? 'text/csv; charset=utf-8; header=present' : 'application/json',
    'content-disposition': `inline; filename="change-${view.from}-${view.to}.${type}"`,
    'cache-control': 'no-cache',
  };
  const etag = etagOf(
    'change',
    type,
    versionOf(reader.edition),
    config.origin,
    config.publisher,
    JSON.stringify(view),
  );
  return conditional(request, etag, headers, () => {
    const records = recordsOf(reader, control, view, config);
    if (type === 'csv') return toCsv(COLUMNS, records);
    const { edition } = reader;
    return JSON.stringify({
      edition: edition.number,
      digest: edition.digest,
      ...changeToParams(view),
      attribution: attributionOf(reader, view, config),
      method: `${config.origin}/method#areas`,
      rows: records.map((record) =>
        Object.fromEntries(
          COLUMNS.filter((c) => !['edition', 'from', 'to', 'attribution'].includes(c)).map((c) => [
            c,
            record[c],
          ]),
        ),
      ),
    });
  });
}

/** Who publishes, where it stands for good, and whose borders it is told by. */
const attributionOf = (
  { edition }: EditionReader,
  view: ChangeView,
  { origin, publisher }: Config,
): string => {
  const own = address('en', '/change', { ...DEFAULT_VIEW, edition: edition.number }, changeToParams(view));
  return `${publisher ?? 'Salient (unattended demonstration)'}, edition ${edition.number}, ${origin}${own}. ${pageWords.en.attribution}`;
};

function recordsOf(
  reader: EditionReader,
  control: Control,
  view: ChangeView,
  config: Config,
): ChangeRecord[] {
  const names = new Map(basemap().oblasts.map((o) => [o.iso, o.name.en]));
  const whole = view.oblast ?? partToParams(view).within?.replaceAll(',', ' ').replaceAll('_', ', ') ?? 'all';
  return editionChange(versionOf(reader.edition), control, view).flatMap((side) => {
    const { ledger, breaks, silent } = side;
    const record = (area: string, pre2022: string, change: Partial<Change>): ChangeRecord => ({
      edition: reader.edition.number,
      from: view.from,
      to: view.to,
      holder: side.side,
      ledger: ledger.name.en,
      area,
      name: names.get(area) ?? null,
      pre_2022: pre2022,
      gained_km2: km2(change.gained_m2),
      lost_km2: km2(change.lost_m2),
      net_km2: km2(change.net_m2),
      uncertainty_km2: km2(change.uncertainty_m2),
      edge_km: change.edge_m === undefined ? null : Math.round(change.edge_m / 100) / 10,
      resolution_m: ledger.resolution_m,
      definition_changed: breaks ?? null,
      days_without_report: silent.join(' ') || null,
      note: side.isWithheld ? WITHHELD : null,
      attribution: attributionOf(reader, view, config),
    });
    if (side.isWithheld) return [record(whole, '', {})];
    return side.tables.flatMap(({ earlier = '', total, parts, elsewhere }) => [
      record(whole, earlier, total),
      ...parts.map(({ id, change }) => record(id, earlier, change)),
      ...(elsewhere ? [record('elsewhere', earlier, elsewhere)] : []),
    ]);
  });
}

/** To 0.1, as figures are shown. */
const km2 = (m2: number | undefined): number | null =>
  m2 === undefined ? null : Math.round(m2 / 1e5) / 10 + 0;
