import type { Lang } from '../domain/text.ts';
import { addDays, type Day } from '../domain/time/day.ts';
import type { ImportReport, LedgerReport, Named } from '../formats/control/report.ts';
import { faultWords, importWords, whereWords } from './import.ts';
import { kindWords } from './kinds.ts';

/** Names that are listed one by one. */
const MOST_NAMES = 20;

/** The report of an import as lines for people. */
export function reportLines(lang: Lang, report: ImportReport, clipped: boolean): string[] {
  const words = importWords[lang];
  const lines = [words.read(report.files)];
  if (report.ledgers.length === 0) lines.push(words.nothing);
  for (const ledger of report.ledgers) lines.push('', ...ledgerLines(lang, ledger, clipped));

  if (report.repairs.length > 0) {
    lines.push('', words.mendedTitle(report.repairs.length + report.more.repairs));
    for (const { where, day, mended } of report.repairs)
      lines.push(`  ${day}  ${whereWords(lang, where)}: ${mended.map((m) => words.mended[m]).join('; ')}`);
    if (report.more.repairs > 0) lines.push(`  ${words.more(report.more.repairs)}`);
  }
  if (report.refused.length > 0) {
    lines.push('', words.refusedTitle(report.refused.length + report.more.refused));
    for (const { where, day, fault } of report.refused) {
      const { reason, remedy } = faultWords(lang, fault);
      lines.push(`  ${whereWords(lang, where)}${day ? `, ${day}` : ''}: ${reason}.`, `    → ${remedy}.`);
    }
    if (report.more.refused > 0) lines.push(`  ${words.more(report.more.refused)}`);
  }

  const rest: string[] = [];
  if (report.units > 0) rest.push(words.units(report.units));
  if (report.unpicked.length > 0) {
    rest.push(words.unpicked(total(report.unpicked)));
    for (const { name, count } of report.unpicked.slice(0, MOST_NAMES))
      rest.push(`  ${count} × ${name ? words.called(name) : words.nameless}`);
    const more = report.unpicked.slice(MOST_NAMES);
    if (more.length > 0) rest.push(`  ${words.more(total(more))}`);
  }
  if (report.skipped > 0) rest.push(words.skipped(report.skipped));
  for (const { name, count } of report.ignored) rest.push(words.ignored(count, name));
  if (report.again > 0) rest.push(words.again(report.again));
  return rest.length > 0 ? [...lines, '', ...rest] : lines;
}

const total = (names: readonly Named[]): number => names.reduce((sum, n) => sum + n.count, 0);

function ledgerLines(lang: Lang, ledger: LedgerReport, clipped: boolean): string[] {
  const words = importWords[lang];
  const kinds = kindWords[lang];
  return [
    `${kinds.holder[ledger.holder]}, ${kinds.basis[ledger.basis]}: ${words.days(ledger.days, ledger.first.day, ledger.last.day)}`,
    `  ${words.area(ledger.first.km2, ledger.last.km2)}${clipped ? `, ${words.cut}` : ''}`,
    `  ${words.same(ledger.same)}`,
    ledger.missing.length === 0
      ? `  ${words.noneMissing}`
      : `  ${words.missing(ledger.missing.length)}: ${runs(ledger.missing).join(', ')}`,
  ];
}

/** Days that follow each other as first and last. */
function runs(days: readonly Day[]): string[] {
  const found: [Day, Day][] = [];
  for (const d of days) {
    const last = found.at(-1);
    if (last && addDays(last[1], 1) === d) last[1] = d;
    else found.push([d, d]);
  }
  return found.map(([first, last]) => (first === last ? first : `${first} – ${last}`));
}
