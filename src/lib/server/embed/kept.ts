import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { Asked } from '../pages/asked.ts';

/** The same widget with its edition and day named: however it went on before, it stays. */
export function keptAsIs(
  options: EmbedOptions,
  { edition, day }: Pick<Asked, 'edition' | 'day'>,
): EmbedOptions {
  const view = { ...options.view, known: undefined, edition: edition.number };
  return { ...options, view: day === undefined ? view : { ...view, day } };
}
