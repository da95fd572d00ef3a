import type { Move } from '#lib/domain/desk/workflow.ts';
import { ask } from '#lib/ui/desk/ask.ts';
import type { DeskWords } from '#lib/words/desk.ts';
import type { Draft } from './draft.ts';

interface Moved {
  readonly to: string;
  readonly ok: boolean;
}

/** Move an item on as it was saved last; the sentence that tells what became of it. */
export async function moveItem(draft: Draft, move: Move, words: DeskWords): Promise<string> {
  const { payload, revision } = draft.view;
  const answer = await ask<Moved[]>('/desk/api/move', {
    move,
    items: [{ kind: draft.kind, id: payload.id, revision }],
  });
  if (!answer.ok) return answer.why === 'offline' ? words.offline : words.failed;
  const [done] = answer.value;
  if (!done) return words.failed;
  if (done.ok) return words.state[done.to as keyof DeskWords['state']];
  return words.refused[done.to as keyof DeskWords['refused']];
}
