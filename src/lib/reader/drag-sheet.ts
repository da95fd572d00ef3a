import type { Reader } from './reader.svelte.ts';
import { nextHeight } from './sheet.ts';

/** CSS pixels of a drag that count as a wish. */
const LEAST = 36;

/** On a phone: drag the sheet by its grip. A drag of two heights passes the middle one. */
export function dragSheet(reader: Reader, home: HTMLElement): () => void {
  let from: number | undefined;
  /** A drag ends with a click on the grip, which must not be taken for a press of it. */
  let dragged = false;
  const gripOf = (event: Event): Element | null => (event.target as Element).closest('.grip');
  const down = (event: PointerEvent): void => {
    dragged = false;
    const grip = gripOf(event);
    if (!grip) return;
    from = event.clientY;
    grip.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent): void => {
    if (from === undefined) return;
    home.classList.add('dragging');
    home.style.setProperty('--drag', `${event.clientY - from}px`);
  };
  const up = (event: PointerEvent): void => {
    if (from === undefined) return;
    const by = from - event.clientY;
    from = undefined;
    home.classList.remove('dragging');
    home.style.removeProperty('--drag');
    if (Math.abs(by) < LEAST) return;
    dragged = true;
    reader.sheet = nextHeight(reader.sheet, by > 0);
    if (Math.abs(by) > innerHeight * 0.45) reader.sheet = nextHeight(reader.sheet, by > 0);
  };
  const click = (event: MouseEvent): void => {
    // A key clicks too, without any detail.
    if (!dragged || event.detail === 0) return;
    dragged = false;
    if (gripOf(event)) event.stopPropagation();
  };
  home.addEventListener('pointerdown', down);
  home.addEventListener('pointermove', move);
  home.addEventListener('pointerup', up);
  home.addEventListener('pointercancel', up);
  home.addEventListener('click', click, true);
  return () => {
    home.removeEventListener('pointerdown', down);
    home.removeEventListener('pointermove', move);
    home.removeEventListener('pointerup', up);
    home.removeEventListener('pointercancel', up);
    home.removeEventListener('click', click, true);
  };
}
