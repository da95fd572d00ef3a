import type { Host } from './host.ts';

/**
 * Tell the article how high the frame has to be for the map to keep its height, whatever the words around it need. It
 * was given its height by the article, so that at first nothing moves.
 */
export function tellHeight(article: HTMLElement, maps: HTMLElement, host: Host): void {
  const given = maps.offsetHeight;
  let told = 0;
  const tell = (): void => {
    const around = article.offsetHeight - maps.offsetHeight;
    const height = Math.ceil(around + given);
    if (height === told) return;
    told = height;
    host.tell({ type: 'height', height });
  };
  const observer = new ResizeObserver(tell);
  observer.observe(article);
  // Words that open take their room from the map.
  observer.observe(maps);
}
