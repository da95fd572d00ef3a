import type { KeyEntry } from '#lib/words/keys.ts';

/** What the keys of the page do, wherever the focus is, except in fields. */
export const ACTIONS = [
  'search',
  'dayBefore',
  'dayAfter',
  'changeBefore',
  'changeAfter',
  'weekBefore',
  'weekAfter',
  'first',
  'last',
  'play',
  'windowShorter',
  'windowLonger',
  'zoomIn',
  'zoomOut',
  'panLeft',
  'panRight',
  'panUp',
  'panDown',
  'whole',
  'ground',
  'list',
  'theme',
  'help',
  'close',
] as const;
export type Action = (typeof ACTIONS)[number];

interface Binding {
  readonly action: Action;
  /** As `KeyboardEvent.key`; letters small. */
  readonly key: string;
  /** As `KeyboardEvent.code`: where the key is on a keyboard whose layout has no such letter or sign. */
  readonly code: string;
  /** Whether Shift is held for that place; a sign may need Shift on one layout and not on another. */
  readonly shift?: true;
  readonly alt?: true;
}

/** Whether a key is named by its sign, which any layout may put anywhere, with Shift or without. */
const isSign = (key: string): boolean => key.length === 1 && !/[a-z0-9]/.test(key);

/** Every key of the page. */
export const KEYS: readonly Binding[] = [
  { action: 'search', key: '/', code: 'Slash' },
  { action: 'dayBefore', key: 'ArrowLeft', code: 'ArrowLeft' },
  { action: 'dayAfter', key: 'ArrowRight', code: 'ArrowRight' },
  { action: 'changeBefore', key: 'ArrowLeft', code: 'ArrowLeft', shift: true },
  { action: 'changeAfter', key: 'ArrowRight', code: 'ArrowRight', shift: true },
  // As on a slider: Page Up goes on, Page Down goes back.
  { action: 'weekBefore', key: 'PageDown', code: 'PageDown' },
  { action: 'weekAfter', key: 'PageUp', code: 'PageUp' },
  { action: 'first', key: 'Home', code: 'Home' },
  { action: 'last', key: 'End', code: 'End' },
  // Not Space, which scrolls the page and presses buttons.
  { action: 'play', key: 'k', code: 'KeyK' },
  { action: 'windowShorter', key: '[', code: 'BracketLeft' },
  { action: 'windowLonger', key: ']', code: 'BracketRight' },
  { action: 'zoomIn', key: '+', code: 'NumpadAdd' },
  { action: 'zoomIn', key: '+', code: 'Equal', shift: true },
  { action: 'zoomIn', key: '=', code: 'Equal' },
  { action: 'zoomOut', key: '-', code: 'Minus' },
  { action: 'zoomOut', key: '-', code: 'NumpadSubtract' },
  { action: 'panLeft', key: 'a', code: 'KeyA' },
  { action: 'panRight', key: 'd', code: 'KeyD' },
  { action: 'panUp', key: 'w', code: 'KeyW' },
  { action: 'panDown', key: 's', code: 'KeyS' },
  { action: 'whole', key: '0', code: 'Digit0' },
  { action: 'ground', key: 'g', code: 'KeyG' },
  { action: 'list', key: 'l', code: 'KeyL' },
  { action: 'theme', key: 't', code: 'KeyT' },
  { action: 'help', key: '?', code: 'Slash', shift: true },
  { action: 'close', key: 'Escape', code: 'Escape' },
];

/** What is known of a key that was pressed; a `KeyboardEvent` is one. */
export interface Pressed {
  readonly key: string;
  readonly code?: string;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/**
 * What a key asks for; undefined for one that is not the page's. What is written on the key goes first; its place
 * counts only where the layout writes something there that the page does not use, as a Ukrainian one does. With Ctrl
 * or the command key a key is always the browser's.
 */
export function actionOf({ key, code, shiftKey, altKey, ctrlKey, metaKey }: Pressed): Action | undefined {
  if (ctrlKey || metaKey) return undefined;
  const written = key.length === 1 ? key.toLowerCase() : key;
  const bySign = KEYS.find(
    (k) => k.key === written && altKey === !!k.alt && (isSign(k.key) || shiftKey === !!k.shift),
  );
  if (bySign) return bySign.action;
  // A Latin letter or a digit says what it means, wherever its layout puts it.
  if (key.length !== 1 || /[a-z0-9]/.test(written)) return undefined;
  return KEYS.find((k) => k.code === code && altKey === !!k.alt && shiftKey === !!k.shift)?.action;
}

/** The keys as the help shows them: each entry has one key or several, and a key may need others held. */
export const SHOWN_KEYS: Readonly<Record<KeyEntry, readonly (readonly string[])[]>> = {
  day: [['←'], ['→']],
  week: [['Page Down'], ['Page Up']],
  change: [
    ['Shift', '←'],
    ['Shift', '→'],
  ],
  ends: [['Home'], ['End']],
  play: [['K']],
  window: [['['], [']']],
  zoom: [['+'], ['−']],
  pan: [['W'], ['A'], ['S'], ['D']],
  whole: [['0']],
  ground: [['G']],
  list: [['L']],
  search: [['/']],
  theme: [['T']],
  close: [['Esc']],
  help: [['?']],
};
