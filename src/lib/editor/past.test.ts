import { describe, expect, it } from 'vitest';
import { Past } from './past.ts';

describe('steps back and forth', () => {
  it('lead back one by one and forth again', () => {
    const past = new Past<string | undefined>();
    past.push(undefined);
    past.push('a');
    expect(past.undo('b')).toBe('a');
    expect(past.undo('a')).toBeUndefined();
    expect(past.canUndo).toBe(false);
    expect(past.undo(undefined)).toBeUndefined();
    expect(past.redo(undefined)).toBe('a');
    expect(past.redo('a')).toBe('b');
    expect(past.canRedo).toBe(false);
  });

  it('are gone forth once something else is done', () => {
    const past = new Past<string>();
    past.push('a');
    past.undo('b');
    past.push('a');
    expect(past.canRedo).toBe(false);
    expect(past.redo('c')).toBe('c');
  });

  it('are kept for a hundred', () => {
    const past = new Past<number>();
    for (let i = 0; i < 250; i += 1) past.push(i);
    let now = 250;
    let steps = 0;
    while (past.canUndo) {
      now = past.undo(now);
      steps += 1;
    }
    expect([now, steps]).toEqual([150, 100]);
  });
});
