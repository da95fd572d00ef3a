/**
 * A copy of a map that moves no more: its drawing in a plain canvas, and over it what is an element already: the marks,
 * the scale, and what a newsroom points out.
 */
export function stillOf(container: HTMLElement, drawn: HTMLCanvasElement): HTMLElement {
  const still = document.createElement('div');
  still.className = 'map-still';
  const copy = document.createElement('canvas');
  copy.width = drawn.width;
  copy.height = drawn.height;
  copy.getContext('2d')?.drawImage(drawn, 0, 0);
  still.append(copy);
  for (const over of container.querySelectorAll('.map-marks, .map-scale, .map-callouts'))
    still.append(over.cloneNode(true));
  return still;
}
