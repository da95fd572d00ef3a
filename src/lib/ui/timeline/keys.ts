import type { TimelineSteps } from '#lib/scene/timeline.ts';

/** What a key on the slider asks for; undefined for a key that is not the slider's. */
export type KeyAction = keyof TimelineSteps | 'first' | 'last' | 'play';

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>;

export function keyAction({ key, shiftKey, ctrlKey, altKey, metaKey }: Pressed): KeyAction | undefined {
  // With these, a key is the browser's: Alt and Left go back a page.
  if (ctrlKey || altKey || metaKey) return undefined;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return shiftKey ? 'changeBefore' : 'before';
    case 'ArrowRight':
    case 'ArrowUp':
      return shiftKey ? 'changeAfter' : 'after';
    case 'PageDown':
      return 'weekBefore';
    case 'PageUp':
      return 'weekAfter';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case ' ':
      return 'play';
    default:
      return undefined;
  }
}
