import { address, carried } from '#lib/domain/view/address.ts';
import type { RowView } from '#lib/ui/row.ts';
import type { Asked } from './asked.ts';
import type { Row } from '#lib/scene/rows.ts';

/** Rows with whole addresses, as components show them. */
export const rowViews = (rows: readonly Row[], asked: Asked): RowView[] =>
  rows.map(({ key, kind, evidence, disputed, path, when, where, title, titleLang, who }) => ({
    key,
    kind,
    evidence,
    disputed,
    when,
    where,
    title,
    titleLang,
    who,
    href: address(asked.lang, path, carried(asked.view)),
  }));
