import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEY_GROUPS } from '#lib/words/keys.ts';
import { ACTIONS, actionOf, KEYS, SHOWN_KEYS, type Pressed } from './keys.ts';

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  key,
  shiftKey: false,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  ...more,
});
const shift = { shiftKey: true };

describe('the keys of the page', () => {
  it.each([
    ['/', {}, 'search'],
    ['ArrowLeft', {}, 'dayBefore'],
    ['ArrowRight', {}, 'dayAfter'],
    ['ArrowLeft', shift, 'changeBefore'],
    ['ArrowRight', shift, 'changeAfter'],
    ['a', {}, 'panLeft'],
    ['w', {}, 'panUp'],
    ['PageDown', {}, 'weekBefore'],
    ['PageUp', {}, 'weekAfter'],
    ['Home', {}, 'first'],
    ['End', {}, 'last'],
    ['k', {}, 'play'],
    ['+', shift, 'zoomIn'],
    ['+', {}, 'zoomIn'],
    ['-', {}, 'zoomOut'],
    ['[', {}, 'windowShorter'],
    [']', {}, 'windowLonger'],
    ['0', {}, 'whole'],
    ['l', {}, 'list'],
    ['g', {}, 'ground'],
    ['t', {}, 'theme'],
    ['?', shift, 'help'],
    ['Escape', {}, 'close'],
  ] as const)('%s %o: %s', (key, held, action) => {
    expect(actionOf(press(key, held))).toBe(action);
  });

  it.each([
    ['л', 'KeyK', false, 'play'],
    ['п', 'KeyG', false, 'ground'],
    ['д', 'KeyL', false, 'list'],
    ['е', 'KeyT', false, 'theme'],
    ['х', 'BracketLeft', false, 'windowShorter'],
    ['ї', 'BracketRight', false, 'windowLonger'],
    ['.', 'Slash', false, 'search'],
    [',', 'Slash', true, 'help'],
    ['?', 'Digit7', true, 'help'],
    ['+', 'Equal', true, 'zoomIn'],
  ] as const)('on a Ukrainian keyboard %s at %s, Shift %s: %s', (key, code, shiftKey, action) => {
    expect(actionOf(press(key, { code, shiftKey }))).toBe(action);
  });

  it('goes by what is written on a Latin key, not by where the key is', () => {
    // On a Dvorak keyboard T stands where K is elsewhere, and N where L is.
    expect(actionOf(press('t', { code: 'KeyK' }))).toBe('theme');
    expect(actionOf(press('n', { code: 'KeyL' }))).toBeUndefined();
    // A German keyboard has the slash on Shift and 7.
    expect(actionOf(press('/', { code: 'Digit7', shiftKey: true }))).toBe('search');
  });

  it('heeds a letter with Caps Lock, but not one with Shift', () => {
    expect(actionOf(press('K', { code: 'KeyK' }))).toBe('play');
    expect(actionOf(press('K', { code: 'KeyK', shiftKey: true }))).toBeUndefined();
    expect(actionOf(press('Л', { code: 'KeyK', shiftKey: true }))).toBeUndefined();
  });

  it('leaves every key with Ctrl or the command key, and Space, to the browser', () => {
    const held = fc.constantFrom({ ctrlKey: true }, { metaKey: true }, { ctrlKey: true, altKey: true });
    fc.assert(
      fc.property(fc.constantFrom(...KEYS), held, fc.boolean(), ({ key, code }, more, shiftKey) => {
        expect(actionOf(press(key, { code, shiftKey, ...more }))).toBeUndefined();
      }),
    );
    expect(actionOf(press(' ', { code: 'Space' }))).toBeUndefined();
  });

  it('has a key for every action, and does one thing for one key', () => {
    expect(new Set(KEYS.map((k) => k.action))).toEqual(new Set(ACTIONS));
    for (const k of KEYS) {
      const held = { shiftKey: !!k.shift, altKey: !!k.alt };
      expect(actionOf(press(k.key, { code: k.code, ...held })), k.key).toBe(k.action);
    }
  });

  it('shows every entry of the help with its keys', () => {
    const entries = Object.values(KEY_GROUPS).flat();
    expect(Object.keys(SHOWN_KEYS).sort()).toEqual([...entries].sort());
  });
});
