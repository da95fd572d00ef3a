import type { Reader } from './reader.svelte.ts';
import { nextHeight } from './sheet.ts';

/** CSS pixels of a drag that count as a wish. */
const LEAST = 36;

/** On a phone: drag the sheet by its grip. A drag of two heights passes the middle one. */
export function dragSheet(reader: Reader, home: HTMLElement): () => void {
  const sheet = home.querySelector<HTMLElement>('.sheet');
  let from: { y: number; height: number } | undefined;
  const down = (event: PointerEvent): void => {
    const grip = (event.target as Element).closest('.grip');
    if (!grip || !sheet) return;
    from = { y: event.clientY, height: sheet.getBoundingClientRect().top };
    grip.setPointerCapture(event.pointerId);
    sheet.classList.add('dragging');
  };
  const move = (event: PointerEvent): void => {
    if (from) sheet?.style.setProperty('--drag', `${event.clientY - from.y}px`);
  };
  const up = (event: PointerEvent): void => {
    if (!from || !sheet) return;
    const by = from.y - event.clientY;
    from = undefined;
    sheet.classList.remove('dragging');
    sheet.style.removeProperty('--drag');
    if (Math.abs(by) < LEAST) return;
    reader.sheet = nextHeight(reader.sheet, by > 0);
    if (Math.abs(by) > innerHeight * 0.45) reader.sheet = nextHeight(reader.sheet, by > 0);
  };
  home.addEventListener('pointerdown', down);
  home.addEventListener('pointermove', move);
  home.addEventListener('pointerup', up);
  home.addEventListener('pointercancel', up);
  return () => {
    home.removeEventListener('pointerdown', down);
    home.removeEventListener('pointermove', move);
    home.removeEventListener('pointerup', up);
    home.removeEventListener('pointercancel', up);
  };
}
