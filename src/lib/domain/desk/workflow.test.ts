import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Person } from '../access/access.ts';
import { DESK_STATES, isRefusal, moved, MOVES, written, type Standing } from './workflow.ts';

const editor: Person = { id: 'e', name: 'An editor', role: 'editor' };
const contributor: Person = { id: 'c', name: 'A contributor', role: 'contributor' };
const TWO = { twoPeople: true };
const draft: Standing = {
  state: 'draft',
  writers: ['c'],
  isPublic: false,
  isRetraction: false,
  last: undefined,
  faults: 0,
};

describe('the way of an item into an edition', () => {
  it('is draft, review, approved, with another at the last step', () => {
    expect(moved('submit', draft, contributor, TWO)).toBe('review');
    const review = { ...draft, state: 'review' } as const;
    expect(moved('approve', review, contributor, TWO)).toBe('role');
    expect(moved('approve', { ...review, writers: ['e'] }, editor, TWO)).toBe('own');
    expect(moved('approve', { ...review, writers: ['e'] }, editor, { twoPeople: false })).toBe('approved');
    expect(moved('approve', review, editor, TWO)).toBe('approved');
  });

  it('is barred by faults, which a draft may have', () => {
    expect(moved('submit', { ...draft, faults: 1 }, contributor, TWO)).toBe('faults');
    expect(moved('approve', { ...draft, state: 'review', faults: 1 }, editor, TWO)).toBe('faults');
  });

  it('leads back, and a draft that was put away comes back', () => {
    expect(moved('send-back', { ...draft, state: 'approved' }, editor, TWO)).toBe('draft');
    expect(moved('send-back', { ...draft, state: 'review' }, contributor, TWO)).toBe('role');
    expect(moved('discard', draft, contributor, TWO)).toBe('discarded');
    expect(moved('restore', { ...draft, state: 'discarded' }, contributor, TWO)).toBe('draft');
  });

  it('leads out of the edition for what is public only', () => {
    expect(moved('retract', draft, editor, TWO)).toBe('state');
    expect(moved('retract', { ...draft, state: 'public', isPublic: true }, editor, TWO)).toBe('review');
    expect(
      moved('keep', { ...draft, state: 'review', isPublic: true, isRetraction: true }, editor, TWO),
    ).toBe('draft');
  });

  it('goes back a step for who made it, and for nobody else', () => {
    const review: Standing = { ...draft, state: 'review', last: { by: 'c', from: 'draft' } };
    expect(moved('undo', review, contributor, TWO)).toBe('draft');
    expect(moved('undo', review, editor, TWO)).toBe('state');
    expect(moved('undo', { ...review, last: undefined }, contributor, TWO)).toBe('state');
  });

  it('is closed to nobody and to who has left, whatever is asked', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...MOVES),
        fc.constantFrom(...DESK_STATES),
        fc.boolean(),
        fc.boolean(),
        (move, state, isPublic, isRetraction) => {
          const last = { by: 'e', from: 'review' } as const;
          const standing = { ...draft, state, isPublic, isRetraction, last };
          const left: Person = { ...editor, role: 'none' };
          for (const nobody of [undefined, left])
            expect(isRefusal(moved(move, standing, nobody, { twoPeople: false }))).toBe(true);
        },
      ),
    );
  });

  it('begins again when approved words are changed', () => {
    expect(written('approved')).toBe('draft');
    expect(written('review')).toBe('review');
    expect(written('public')).toBe('draft');
    expect(written(undefined)).toBe('draft');
  });
});
