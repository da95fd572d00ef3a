import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { idOf } from '#lib/domain/id.ts';
import { ask } from '#lib/ui/desk/ask.ts';
import { Draft, type SaveReply } from './draft.ts';
import { browserKeeper } from './keeper.ts';

const random = (): Uint8Array => crypto.getRandomValues(new Uint8Array(10));

/** An id for what is begun in the browser, made as the server makes them. */
export const freshId = (prefix: 'e' | 'r' | 'c'): string => idOf(prefix, random());

/** A draft on the page of somebody, saved to this server and kept in this browser. */
export const openDraft = (person: string, kind: ItemKind, payload: Unfinished, revision: number): Draft =>
  new Draft({
    kind,
    payload,
    revision,
    keeper: browserKeeper(person),
    save: (body) => ask<SaveReply>('/desk/api/save', body),
    later: (work, ms) => {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
    newKey: () => `${Date.now().toString(36)}-${idOf('k', random())}`,
  });

/** How often a page says that somebody has it open, in milliseconds. */
const HERE_MS = 10_000;

/** Say that an item is open here, and tell who else has it open, until it is left. */
export function watchOthers(
  kind: ItemKind,
  id: string,
  told: (names: readonly string[]) => void,
): () => void {
  const say = async (): Promise<void> => {
    if (document.visibilityState === 'hidden') return;
    const answer = await ask<string[]>('/desk/api/here', { kind, id });
    if (answer.ok) told(answer.value);
  };
  void say();
  const timer = setInterval(() => void say(), HERE_MS);
  return () => clearInterval(timer);
}

/** Save when the line comes back, and before a page is left; a page that holds unsaved words asks before it goes. */
export function guardDraft(draft: Draft): () => void {
  const flush = (): void => void draft.flush();
  const warn = (event: BeforeUnloadEvent): void => {
    if (draft.view.status !== 'saved') event.preventDefault();
  };
  const hide = (): void => {
    if (document.visibilityState === 'hidden') flush();
    else if (draft.view.status === 'signed-out') flush();
  };
  window.addEventListener('online', flush);
  window.addEventListener('beforeunload', warn);
  document.addEventListener('visibilitychange', hide);
  return () => {
    flush();
    window.removeEventListener('online', flush);
    window.removeEventListener('beforeunload', warn);
    document.removeEventListener('visibilitychange', hide);
  };
}
