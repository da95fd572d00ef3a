import type { Camera } from '#lib/domain/view/view.ts';
import { calloutsIn, calloutSvg } from '#lib/look/callouts.ts';
import type { LiveBoot } from './boot.ts';
import { element } from './element.ts';

/**
 * The numbers of a newsroom over the moving map, as its picture has them. What they point out stands beside the map in
 * the newsroom's words, and is said here too to who cannot see where they are.
 */
export function calloutsOver(container: HTMLElement, { own }: LiveBoot, first: Camera) {
  if (!own) return { place: () => undefined };
  const points = own.callouts.map(({ point }) => point);
  const marks = own.callouts.map(({ text }, i) => {
    const mark = element('span', { role: 'img', 'aria-label': `${i + 1}. ${text}` });
    mark.innerHTML = `<svg viewBox="-10 -10 20 20" aria-hidden="true">${calloutSvg(i + 1)}</svg>`;
    return mark;
  });
  container.append(
    element('div', { class: 'map-callouts', role: 'group', 'aria-label': own.from }, ...marks),
  );
  let camera = first;
  let size = { width: container.clientWidth, height: container.clientHeight };
  const place = (now: Camera): void => {
    camera = now;
    const seen = new Map(calloutsIn(points, { camera, ...size }).map((one) => [one.number, one]));
    marks.forEach((mark, i) => {
      const at = seen.get(i + 1);
      mark.hidden = !at;
      if (at) mark.style.transform = `translate(${at.x}px, ${at.y}px)`;
    });
  };
  place(first);
  new ResizeObserver(() => {
    size = { width: container.clientWidth, height: container.clientHeight };
    place(camera);
  }).observe(container);
  return { place };
}
