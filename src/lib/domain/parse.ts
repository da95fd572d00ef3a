import * as v from 'valibot';
import type { Problem, Result } from './result.ts';

/** Valibot's issues as ours: a dotted path and one sentence. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[]): Problem[] {
  return issues.map((issue) => ({ path: v.getDotPath(issue) ?? '', reason: reasonOf(issue) }));
}

/** Valibot words keys that are missing or not known in terms of its own types. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  if (issue.path?.at(-1)?.origin !== 'key') return issue.message;
  return issue.expected === 'never' ? 'is not known here; take it out or mend its spelling' : 'is missing';
}

/** Read unknown input through a schema; every fault is named with its place. */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): Result<v.InferOutput<S>> {
  const result = v.safeParse(schema, input, { abortPipeEarly: true });
  return result.success
    ? { ok: true, value: result.output }
    : { ok: false, problems: problemsOf(result.issues) };
}
