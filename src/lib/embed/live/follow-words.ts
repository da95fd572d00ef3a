import type { Day } from '#lib/domain/time/day.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import type { LiveBoot } from './boot.ts';
import { element } from './element.ts';
import { fetchParts, takeParts } from './words.ts';

interface Follow {
  current(): { readonly day: Day; readonly camera: Camera };
  legend(): readonly { readonly swatch: string; readonly words: string }[];
  /** The words could not be had, and are still those of a day. */
  failed(day: Day): void;
  came(): void;
}

/** Days go by faster than words are read: they follow once the day rests, after so many milliseconds. */
const REST_MS = 300;

/** Keeps the words of a widget, its legend and the picture below the map true to what the map shows. */
export function followWords(article: HTMLElement, boot: LiveBoot, follow: Follow) {
  let of = boot.day;
  let asking = new AbortController();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  /** @returns whether they came */
  const bring = async (): Promise<boolean> => {
    asking.abort();
    asking = new AbortController();
    const { signal } = asking;
    const { day, camera } = follow.current();
    if (boot.copied) {
      if (day === of) follow.came();
      else follow.failed(of);
      legend();
      return false;
    }
    try {
      const parts = await fetchParts(boot, day, camera, signal);
      if (signal.aborted) return false;
      takeParts(article, parts);
      of = day;
      follow.came();
      legend();
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      console.info('salient: the words of the day could not be had', error);
      if (day !== of) follow.failed(of);
      return false;
    }
  };
  const legend = (): void => {
    const entries = follow.legend();
    if (entries.length === 0) return;
    const list = element('ul', { class: 'now' });
    for (const { swatch, words } of entries) {
      const item = element('li', {});
      // Drawn by the same code as the server's, from no words of anybody.
      item.innerHTML = swatch;
      item.append(` ${words}`);
      list.append(item);
    }
    article.querySelector('.legend ul.now')?.remove();
    article.querySelector('.legend')?.append(list);
  };
  return {
    dayChanged(): void {
      clearTimeout(waiting);
      waiting = setTimeout(() => void bring(), REST_MS);
    },
    /** The camera has come to rest. */
    moved: legend,
    bring,
  };
}
