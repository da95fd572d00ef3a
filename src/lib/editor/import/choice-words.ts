import type { Lang } from '#lib/domain/text.ts';
import type { ChoiceField } from '#lib/formats/events/fields.ts';
import { partyWords } from '#lib/words/import-page.ts';
import { detailWords, kindWords } from '#lib/words/kinds.ts';

/** The words of a closed list as people say them. */
export function choiceWords(
  lang: Lang,
  field: ChoiceField,
  values: readonly string[],
): readonly (readonly [value: string, text: string])[] {
  const [k, d] = [kindWords[lang], detailWords[lang]];
  const said: Readonly<Record<ChoiceField, Readonly<Record<string, string>>>> = {
    kind: k.kind,
    by: k.side,
    precision: k.precision,
    weapon: d.weapon,
    target: d.target,
    theatre: d.theatre,
    role: d.role,
    says: d.says,
    party: partyWords[lang],
  };
  return values.map((value) => [value, said[field][value] ?? value] as const);
}
