import type { Basis, Holder } from '../domain/control/statement.ts';
import type { Text } from '../domain/text.ts';
import { ledgerWords } from './ledgers.ts';

/** What a statement about ground is called until an editor says it better. */
export function groundTitle(
  { holder, basis }: { readonly holder: Holder; readonly basis: Basis },
  near: Text | undefined,
): Text {
  const { name } = ledgerWords(holder, basis);
  const [en, uk] = holder === 'none' ? ['Ground lost', 'Територію втрачено'] : [name.en, name.uk ?? name.en];
  return near === undefined
    ? { en, uk }
    : // A colon keeps the name in the nominative, in which alone we know it.
      { en: `${en} near ${near.en}`, uk: `${uk}. Поблизу: ${near.uk ?? near.en}` };
}
