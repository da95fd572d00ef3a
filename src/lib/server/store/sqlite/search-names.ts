import type { ItemKind } from '#lib/domain/history/edition.ts';
import { fold, foldedNames } from '#lib/domain/places/fold.ts';
import type { Items } from '../store.ts';

/** Under which words an item is found, as they stand in the index: folded, each once; empty where it has none. */
export const searchNames = (kind: ItemKind, payload: Items[ItemKind]): string =>
  [...new Set(foldedOf(kind, payload))].join(' | ');

function foldedOf(kind: ItemKind, payload: Items[ItemKind]): string[] {
  if (kind === 'place') return (payload as Items['place']).names.flatMap((n) => foldedNames(n.text));
  if (kind === 'report') {
    const { title, publisher, author } = payload as Items['report'];
    return [title, publisher, ...(author ? [author] : [])].map(fold);
  }
  if (kind === 'event') {
    const { title } = payload as Items['event'];
    return [title.en, ...(title.uk ? [title.uk] : [])].map(fold);
  }
  return [];
}
