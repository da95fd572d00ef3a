import type { Lang } from '../domain/text.ts';
import type { EventsOutcome } from '../formats/events/outcome.ts';
import { faultNames, fieldWords } from './import-events-names.ts';
import { eventsWords, fileFault, rowFault } from './import-events.ts';

/** Things that are listed one by one at the terminal. */
const MOST = 20;

/** What an import of events came to, as lines for people. */
export function eventsLines(lang: Lang, report: EventsOutcome, dry: boolean): string[] {
  const t = eventsWords[lang];
  const lines: string[] = [t.rows(report.rows)];
  if (report.fault) {
    const { reason, remedy } = fileFault(lang, report.fault);
    return [...(report.rows > 0 ? lines : []), `${reason}.`, `  → ${remedy}.`, t.nothing];
  }
  lines.push(t.accepted(report.accepted, report.written));
  const list = <T>(title: string, total: number, rows: readonly T[], line: (row: T) => string[]): void => {
    if (total === 0) return;
    lines.push('', title, ...rows.slice(0, MOST).flatMap(line));
    if (total > MOST) lines.push(`  ${t.more(total - MOST)}`);
  };
  list(t.refused(report.refused), report.refused, report.refusedRows, ({ number, fault }) => {
    const { reason, remedy } = rowFault(lang, fault);
    return [`  ${t.row(number)}: ${reason}.`, `    → ${remedy}.`];
  });
  // Every reason stands here, also where the first rows have one only.
  if (report.refusedBy.length > 1)
    lines.push(
      ...report.refusedBy.map(({ code, count }) => `  ${t.refusedBy(count, faultNames[lang][code])}`),
    );
  list(t.twice(report.twice), report.twice, report.twiceRows, ({ row, first }) => [
    `  ${t.twiceRow(row, first)}`,
  ]);
  list(t.alike(report.alike, report.alikeLeft), report.alike, report.alikeRows, (row) => [
    `  ${t.row(row.row)} ${alikeWords(lang, row)}`,
  ]);
  list(
    t.unlocated(report.unlocated),
    report.unlocated === 0 ? 0 : report.unlocatedNames.length,
    report.unlocatedNames,
    ({ rows, ...at }) => [`  ${t.unlocatedName(at, rows)}`],
  );
  list(t.unknown, report.unknown.length, report.unknown, ({ field, value, rows }) => [
    `  ${t.unknownValue(fieldWords[lang][field], value, rows)}`,
  ]);
  const rest = [
    ...(report.skipped > 0 ? [t.skipped(report.skipped)] : []),
    ...(report.known > 0 ? [t.known(report.known)] : []),
    ...report.left.map(({ what, count }) => t.left[what](count)),
    ...(report.reports > 0 ? [t.reports(report.reports)] : []),
    dry ? t.dry : report.written ? t.drafts : t.nothing,
  ];
  return [...lines, '', ...rest];
}

/** Why a row may be known already. */
export function alikeWords(lang: Lang, row: EventsOutcome['alikeRows'][number]): string {
  const t = eventsWords[lang];
  const { other, why, days, metres } = row;
  const name = other.row === undefined ? t.otherEvent(other.title, other.id) : t.otherRow(other.row);
  return why === 'link' ? t.alikeLink(name) : t.alikeNear(name, days, metres);
}
