import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as access from './access.ts';
import { ROLES, type Person, type Role } from './access.ts';

const person = (role: Role, id = 'p'): Person => ({ id, name: 'Somebody', role });
const predicates = [
  access.mayOpenDesk,
  access.mayDraft,
  access.mayReview,
  access.mayPublish,
  access.mayTakeDown,
  access.mayAdminister,
] as const;

describe('what a role may', () => {
  it('is all that the roles before it may, and nothing for nobody and for who has left', () => {
    for (const may of predicates) {
      expect(may(undefined)).toBe(false);
      expect(may(person('none'))).toBe(false);
      const allowed = ROLES.map((role) => may(person(role)));
      expect(allowed).toEqual([...allowed].sort());
      expect(may(person('admin'))).toBe(true);
    }
  });

  it('ends for a contributor before review, and for an editor before people and settings', () => {
    expect(access.mayDraft(person('contributor'))).toBe(true);
    expect(access.mayReview(person('contributor'))).toBe(false);
    expect(access.mayPublish(person('contributor'))).toBe(false);
    expect(access.mayPublish(person('editor'))).toBe(true);
    expect(access.mayAdminister(person('editor'))).toBe(false);
  });

  it('never lets anybody approve their own words where two people are asked for', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ROLES), fc.array(fc.string()), fc.string(), (role, writers, id) => {
        const item = { writers: [...writers, id] };
        expect(access.mayApprove(person(role, id), item, { twoPeople: true })).toBe(false);
        expect(access.mayApprove(person('editor', id), item, { twoPeople: false })).toBe(true);
      }),
    );
    expect(access.mayApprove(person('editor', 'a'), { writers: ['b'] }, { twoPeople: true })).toBe(true);
    expect(access.mayApprove(person('contributor', 'a'), { writers: ['b'] }, { twoPeople: false })).toBe(
      false,
    );
  });
});
