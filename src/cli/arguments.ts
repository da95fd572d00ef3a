import { readFileSync } from 'node:fs';
import { parse } from '#lib/domain/parse.ts';
import { reportIdSchema, reportSchema, type Report } from '#lib/domain/reports/report.ts';
import type { Store } from '#lib/server/store/store.ts';

/** A line to somebody who gave the wrong arguments. */
export class BadArguments extends Error {}

export const lineOf = (problems: readonly { path: string; reason: string }[]): string =>
  problems.map(({ path, reason }) => (path ? `${path} ${reason}` : reason)).join('; ');

/** The report that an import cites: one that the store has, or one in a file. */
export async function reportOf(store: Store, named: string): Promise<Report> {
  const id = parse(reportIdSchema, named);
  const known = id.ok ? await store.desk.latest('report', id.value) : undefined;
  if (id.ok && !known) throw new BadArguments(`the store has no report ${named}; name a file that holds it`);
  const report = known?.payload ?? reportAt(named);
  if (report.kind === 'map')
    throw new BadArguments(
      `the report ${report.id} is a map, and a map alone is evidence of nothing; cite what it rests on`,
    );
  return report;
}

function reportAt(path: string): Report {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is no JSON' : 'cannot be read';
    throw new BadArguments(`--report is the id of a report, or a file with one: "${path}" ${why}`);
  }
  const report = parse(reportSchema, value);
  if (report.ok) return report.value;
  throw new BadArguments(`the report ${path}: ${lineOf(report.problems)}`);
}
