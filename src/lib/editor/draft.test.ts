import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { Answer } from '#lib/ui/desk/ask.ts';
import { Draft, type SaveBody, type SaveReply } from './draft.ts';
import { fieldAt, withField, withoutElement } from './fields.ts';
import type { Keeper, Kept } from './keeper.ts';

const ID = 'e-aaaaaaaaaa';

/** A browser and a server that a test plays: what is kept, what was sent, and what is answered. */
function stage(first: Unfinished = { id: ID }, revision = 0) {
  const kept = new Map<string, Kept>();
  const keeper: Keeper = {
    get: async (item) => kept.get(item),
    put: async (item, words) => void kept.set(item, words),
    drop: async (item) => void kept.delete(item),
  };
  const sent: SaveBody[] = [];
  const answers: ((body: SaveBody) => Answer<SaveReply> | Promise<Answer<SaveReply>>)[] = [];
  let due: (() => void) | undefined;
  let keys = 0;
  let head = revision;
  const takes = (body: SaveBody): Answer<SaveReply> => ({
    ok: true,
    value: { outcome: 'saved', revision: (head += 1), payload: body.payload, merged: false },
  });
  const open = (payload = first, at = head) =>
    new Draft({
      kind: 'event',
      payload,
      revision: at,
      keeper,
      save: async (body) => {
        sent.push(body);
        return (answers.shift() ?? takes)(body);
      },
      later: (work) => {
        due = work;
        return () => (due = undefined);
      },
      newKey: () => `key-${(keys += 1)}`,
    });
  return { kept, sent, answers, open, isDue: () => due !== undefined };
}
const offline: Answer<SaveReply> = { ok: false, why: 'offline', problems: [] };

describe('a draft', () => {
  it('is kept before it is sent, and forgotten by the browser once the server has it', async () => {
    const { open, kept, sent, isDue } = stage();
    const draft = open();
    draft.set(['title', 'en'], 'A strike');
    expect(isDue()).toBe(true);
    expect(kept.size).toBe(1);
    expect(await draft.flush()).toBe('saved');
    expect(sent).toMatchObject([{ base: 0, payload: { id: ID, title: { en: 'A strike' } } }]);
    expect(kept.size).toBe(0);
    expect(draft.view.revision).toBe(1);
  });

  it('goes through under the same key after a cut line, so that nothing is written twice', async () => {
    const { open, answers, sent, kept, isDue } = stage();
    const draft = open();
    answers.push(() => offline);
    draft.set(['kind'], 'strike');
    expect(await draft.flush()).toBe('offline');
    expect(kept.size).toBe(1);
    expect(isDue()).toBe(true);
    expect(await draft.flush()).toBe('saved');
    expect(sent.map((s) => s.key)).toEqual(['key-1', 'key-1']);
  });

  it('takes another key for other words', async () => {
    const { open, answers, sent } = stage();
    const draft = open();
    answers.push(() => offline);
    draft.set(['kind'], 'strike');
    await draft.flush();
    draft.set(['kind'], 'clash');
    await draft.flush();
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });

  it('comes back after a crash as it was typed, and is sent', async () => {
    const one = stage();
    const draft = one.open();
    one.answers.push(() => offline);
    draft.set(['title', 'en'], 'Half a sent');
    await draft.flush();
    const again = one.open();
    expect(await again.recover()).toBe(true);
    expect(again.view.payload).toEqual({ id: ID, title: { en: 'Half a sent' } });
    expect(again.view.status).toBe('saved');
    expect(one.kept.size).toBe(0);
    expect(await one.open(again.view.payload).recover()).toBe(false);
  });

  it('waits for signing in again without losing a word', async () => {
    const { open, answers, kept } = stage();
    const draft = open();
    answers.push(() => ({ ok: false, why: 'signed-out', problems: [] }));
    draft.set(['kind'], 'strike');
    expect(await draft.flush()).toBe('signed-out');
    expect(kept.size).toBe(1);
    expect(await draft.flush()).toBe('saved');
  });

  it('puts what was typed meanwhile on top of what another wrote', async () => {
    const { open, answers, sent } = stage({ id: ID, role: 'front' }, 3);
    const draft = open();
    answers.push((body) => {
      draft.set(['note', 'en'], 'typed meanwhile');
      const payload = { ...body.payload, theatre: 'ukraine' };
      return { ok: true, value: { outcome: 'saved', revision: 5, payload, merged: true } };
    });
    draft.set(['role'], 'rear');
    await draft.flush();
    expect(draft.view.payload).toMatchObject({
      role: 'rear',
      theatre: 'ukraine',
      note: { en: 'typed meanwhile' },
    });
    expect(draft.view.status).toBe('unsaved');
    await draft.flush();
    expect(sent[1]).toMatchObject({
      base: 5,
      payload: { theatre: 'ukraine', note: { en: 'typed meanwhile' } },
    });
  });

  it('shows what is at odds, saves nothing until it is settled, and then as it was chosen', async () => {
    const { open, answers, sent } = stage({ id: ID, role: 'front', by: 'unknown' }, 1);
    const draft = open();
    answers.push((body) => ({
      ok: true,
      value: {
        outcome: 'conflict',
        conflicts: [
          { path: ['role'], base: 'front', mine: 'rear', theirs: 'deep-strike' },
          { path: ['by'], base: 'unknown', mine: 'russia', theirs: 'other' },
        ],
        merged: { ...body.payload, theatre: 'ukraine' },
        theirs: { number: 4, by: 'taras' },
      },
    }));
    draft.change({ id: ID, role: 'rear', by: 'russia' });
    expect(await draft.flush()).toBe('conflict');
    draft.set(['by'], 'ukraine');
    expect(await draft.flush()).toBe('conflict');
    expect(sent).toHaveLength(1);
    expect(await draft.settle([true, false])).toBe('saved');
    expect(sent[1]).toMatchObject({
      base: 4,
      payload: { role: 'deep-strike', by: 'ukraine', theatre: 'ukraine' },
    });
  });
});

describe('a field', () => {
  it('is set and read by its path, and taken out with what holds nothing any more', () => {
    const item = withField({ id: ID }, ['claims', 0, 'text', 'en'], 'It was hit.');
    expect(item).toEqual({ id: ID, claims: [{ text: { en: 'It was hit.' } }] });
    expect(fieldAt(item, ['claims', 0, 'text', 'en'])).toBe('It was hit.');
    expect(withField(item, ['claims', 0, 'text', 'en'], undefined)).toEqual({ id: ID, claims: [{}] });
    expect(withoutElement(item, ['claims'], 0)).toEqual({ id: ID });
    expect(fieldAt(item, ['nowhere', 3])).toBeUndefined();
  });

  it('changes nothing else, and what was set is what is read', () => {
    const path = fc.array(fc.oneof(fc.constantFrom('a', 'b', 'c'), fc.nat(2)), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(path, path, fc.string(), (one, other, value) => {
        const before = withField({ id: ID }, ['k', ...other], 'there');
        const after = withField(before, ['x', ...one], value);
        expect(fieldAt(after, ['x', ...one])).toBe(value);
        expect(fieldAt(after, ['k', ...other])).toBe('there');
        expect(before).toEqual(withField({ id: ID }, ['k', ...other], 'there'));
      }),
    );
  });
});
