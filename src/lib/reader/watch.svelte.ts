import { untrack } from 'svelte';
import { PHONE_PX } from '#lib/look/cameras.ts';
import type { Reader } from './reader.svelte.ts';

/** Under this width the panel is a sheet over the map; the same as in the style sheets. */
export const SHEET_PX = 860;

/** Tie the reader's state to the window it is shown in: size, address, theme, connection, keys. */
export const watch =
  (reader: Reader) =>
  (home: HTMLElement): (() => void) =>
    // What is read here is read once; an attachment would run again whenever it changes.
    untrack(() => tie(reader, home));

function tie(reader: Reader, home: HTMLElement): () => void {
  const stage = home.querySelector<HTMLElement>('.stage');
  const figure = home.querySelector<HTMLElement>('#map');
  const stops: (() => void)[] = [];
  const on = <K extends keyof WindowEventMap>(type: K, listener: (e: WindowEventMap[K]) => void): void => {
    addEventListener(type, listener);
    stops.push(() => removeEventListener(type, listener));
  };

  const measure = (): void => {
    if (!stage || !figure || figure.clientWidth === 0) return;
    reader.phone = matchMedia(`(max-width: ${PHONE_PX}px)`).matches;
    reader.size = { width: figure.clientWidth, height: figure.clientHeight };
    const below = Math.max(0, stage.clientHeight - figure.offsetTop - figure.clientHeight);
    if (below !== reader.covered.bottom) reader.covered = { top: 0, right: 0, bottom: below, left: 0 };
  };
  measure();
  // As the picture was drawn, so that the map comes to lie exactly over it.
  reader.camera = reader.firstCamera();
  const resized = new ResizeObserver(measure);
  if (stage) resized.observe(stage);
  if (figure) resized.observe(figure);
  stops.push(() => resized.disconnect());

  const dark = matchMedia('(prefers-color-scheme: dark)');
  const dress = (): void => {
    reader.systemDark = dark.matches;
  };
  dress();
  dark.addEventListener('change', dress);
  stops.push(() => dark.removeEventListener('change', dress));

  const connection = (): void => {
    reader.offline = !navigator.onLine;
  };
  connection();
  on('online', connection);
  on('offline', connection);
  on('popstate', () => reader.read());
  // A key that is pressed before its code is there is not lost.
  let early: KeyboardEvent | undefined;
  on('keydown', (event) => {
    if (reader.late) reader.late.pressed(reader, event);
    else early = event;
  });
  stops.push(
    $effect.root(() => {
      $effect(() => {
        document.documentElement.dataset['theme'] = reader.view.theme;
      });
      $effect(() => reader.late && untrack(() => reader.late?.dragSheet(reader, home)));
      $effect(() => reader.late?.entitle(reader));
    }),
  );
  reader.live = true;
  if (!reader.late) {
    void import('./late.ts').then(
      ({ late }) => {
        reader.late = late;
        if (early) late.pressed(reader, early);
      },
      (error: unknown) => console.info('salient: cards could not be loaded', error),
    );
  }
  home.dataset['live'] = 'true';
  return () => {
    for (const stop of stops) stop();
  };
}
