import { address } from '#lib/domain/view/address.ts';
import { addDays, maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import type { Camera, View } from '#lib/domain/view/view.ts';
import { projection } from '#lib/look/mercator.ts';
import type { Picked } from '#lib/map/contract.ts';
import { liveWords } from '#lib/words/embed-live.ts';
import { NARROW, type LiveBoot } from './boot.ts';
import { cardsIn } from './card.ts';
import { oneAtATime } from './contexts.ts';
import { button, element } from './element.ts';
import type { Host } from './host.ts';
import type { Asked } from './messages.ts';
import { playing } from './play.ts';
import { saysIn } from './says.ts';
import type { Edition, Stage } from './stage.ts';
import { themeOf } from './theme.ts';
import { toolsOf } from './tools.ts';
import { followWords } from './follow-words.ts';

/** Where the map is: on its way, moving, resting with a picture in its place until a tap, or not to be had. */
type State = 'loading' | 'ready' | 'resting' | 'lost' | 'failed';

/** The moving map of a widget, over the picture that the server drew. */
export interface Live {
  wake(): void;
  ask(asked: Asked): void;
  showAddress(url: string): void;
}

/** @param open loads the edition's files and MapLibre */
export function liveOver(
  article: HTMLElement,
  boot: LiveBoot,
  host: Host,
  open: () => Promise<Edition>,
): Live {
  const { lang, view, controls } = boot.options;
  const t = liveWords[lang];
  const maps = article.querySelector<HTMLElement>('.maps') as HTMLElement;
  const layer = element('div', { class: 'live' });
  const first = firstCamera(article, boot);
  const shown = { day: boot.day, camera: first, chosen: view.event };
  let edition: Edition | undefined;
  let stage: Stage | undefined;
  let loading: Promise<Edition> | undefined;
  let isWanted = false;
  let isReady = false;
  /** Whether a card was opened by a tap, and so stays until it is closed. */
  let isOpen = false;

  const says = saysIn(layer, lang);
  const put = (state: State): void => {
    article.dataset['live'] = state;
    isReady = state === 'ready';
  };
  const words = followWords(article, boot, {
    current: () => ({ day: shown.day, camera: stage?.camera() ?? shown.camera }),
    legend: () => stage?.legend() ?? [],
    failed: (day) => says.show('words', t.wordsOf(day)),
    came: () => says.clear('words'),
  });
  let lastTold = '';
  /** Tells what is seen. A map that only got another size has moved by what MapLibre says, but shows the same view. */
  const tell = (type: 'ready' | 'viewchange'): void => {
    const seen = { day: shown.day, at: stage?.camera() ?? shown.camera };
    const now = JSON.stringify(seen);
    if (type === 'viewchange' && now === lastTold) return;
    lastTold = now;
    host.tell({ type, ...seen });
  };

  const choose = (id: string | undefined): void => {
    shown.chosen = id;
    stage?.show(shown.day, id);
    if (id === undefined) hide();
  };
  const hide = (): void => {
    isOpen = false;
    cards.hide();
  };
  const cards = cardsIn(layer, t.close, () => {
    choose(undefined);
    host.tell({ type: 'select', id: null, url: undefined });
  });
  const fullMap = (part: Partial<View>): string =>
    boot.origin + address(lang, '/', { ...view, day: shown.day, ...part });
  const picked = (what: Picked): void => {
    const ids = what.kind === 'events' ? what.ids : [];
    const card = edition?.cardOf(ids);
    const at = stage?.camera();
    if (!card || !at) {
      if (!isOpen && shown.chosen === undefined) return;
      choose(undefined);
      return host.tell({ type: 'select', id: null, url: undefined });
    }
    const [only] = ids.length === 1 ? ids : [];
    const [lng, lat] = what.point;
    choose(only);
    const href = fullMap(only ? { event: only } : { at: { lng, lat, zoom: Math.max(9, at.zoom) } });
    const [x, y] = projection({ camera: at, width: layer.clientWidth, height: layer.clientHeight })(
      what.point,
    );
    cards.show(card, { x, y }, { href, text: t.openOnMap });
    isOpen = true;
    host.tell({ type: 'select', id: only ?? null, url: href });
  };

  const setDay = (day: Day): void => {
    if (!edition || boot.before) return;
    const to = minDay(maxDay(day, edition.first), edition.last);
    tools.say(to, edition.first, edition.last);
    if (to === shown.day) return;
    shown.day = to;
    stage?.show(to, shown.chosen);
    words.dayChanged();
    tell('viewchange');
  };
  const tools = toolsOf({
    lang,
    controls,
    two: boot.before && { before: boot.before, after: boot.day },
    zoom: (steps) => stage?.zoomBy(steps),
    step: (days) => {
      play.stop();
      setDay(addDays(shown.day, days));
    },
    meet: (at) => stage?.meet(at),
  });
  const play = playing((day) => {
    setDay(day);
    return stage?.drawn() ?? Promise.resolve();
  });

  const stillIn = (): HTMLElement | null => box.querySelector('.map-still');
  /** The graphics are given up; what was seen stays to be seen, and a tap brings the map back as it was. */
  const rest = (): void => {
    isWanted = false;
    play.stop();
    if (stage) {
      const still = (isReady ? stage.picture() : undefined) ?? stillIn();
      shown.camera = stage.camera();
      stage.destroy();
      stage = undefined;
      box.replaceChildren(...(still ? [still] : []));
    }
    hide();
    for (const key of ['loading', 'lost']) says.clear(key);
    put('resting');
    host.tell({ type: 'rest' });
  };
  const claim = oneAtATime(
    maps,
    () => {
      if (isWanted) rest();
    },
    () => void wake(),
  );
  /** The picture of the server is seen again: let it be of what was seen last. */
  const fall = (to: State, key: 'graphics' | 'lost' | 'stalled', again?: () => void): void => {
    put(to);
    says.clear('loading');
    says.show(key, t[key], again);
    if (shown.camera !== first || shown.day !== boot.day) void words.bring();
  };
  const drop = (): void => {
    stage?.destroy();
    stage = undefined;
    box.replaceChildren();
  };

  const begin = (from: Edition): void => {
    edition = from;
    let isRefused = false;
    // The picture of the map that was seen last stays below until there is another.
    const container = element('div', { class: 'canvas' });
    box.append(container);
    stage = from.stage(container, shown.camera, theme.now(), {
      ready: () => {
        put('ready');
        stillIn()?.remove();
        says.clear('loading');
        words.moved();
        tell('ready');
      },
      moving: hide,
      moved: (camera) => {
        shown.camera = camera;
        words.moved();
        tell('viewchange');
      },
      picked,
      hovered: (what) => {
        if (isOpen) return;
        const card = what && edition?.cardOf(what.ids);
        if (card) cards.show(card, what);
        else cards.hide();
      },
      lost: () => {
        shown.camera = stage?.camera() ?? shown.camera;
        fall('lost', 'lost', () => {
          drop();
          void wake();
        });
      },
      restored: () => {
        says.clear('lost');
        put('ready');
      },
      failed: (what, retry) => {
        if (what === 'graphics') {
          isRefused = true;
          fall('failed', 'graphics');
        } else says.show(what, t[what], retry);
      },
    });
    if (isRefused) {
      drop();
      return host.tell({ type: 'rest' });
    }
    stage.show(shown.day, shown.chosen);
    if (boot.before) stage.meet(0.5);
    tools.say(shown.day, from.first, from.last);
  };
  const wake = async (): Promise<void> => {
    isWanted = true;
    if (stage) return;
    claim();
    host.tell({ type: 'live' });
    put('loading');
    says.show('loading', t.loading);
    try {
      const from = await (loading ??= open());
      // Meanwhile another may have been given the graphics.
      if (isWanted && !stage) begin(from);
    } catch (error) {
      console.info('salient: the moving map could not start', error);
      loading = undefined;
      host.tell({ type: 'rest' });
      fall('failed', 'stalled', () => void wake());
    }
  };
  const theme = themeOf(view.theme, (now) => stage?.setTheme(now));

  const box = element('div', { class: 'box', tabindex: '0', role: 'group', 'aria-label': t.map });
  const tap = button('', 'tap', () => void wake());
  tap.append(element('span', {}, t.move));
  layer.prepend(box, ...tools.elements);
  layer.append(tap);
  maps.append(layer);
  // A picture of the map is of one size; of any other the server makes one.
  let size = '';
  new ResizeObserver(() => {
    const now = `${maps.clientWidth} ${maps.clientHeight}`;
    const still = stillIn();
    if (still && !stage && now !== size) void words.bring().then((came) => came && still.remove());
    size = now;
  }).observe(maps);
  box.addEventListener('keydown', (event) => keys(event, stage, () => choose(undefined)));
  // A row of the table that has the focus or the pointer is shown on the map.
  for (const [type, on] of [
    ['focusin', true],
    ['focusout', false],
    ['pointerover', true],
  ] as const)
    article.addEventListener(type, ({ target }) => {
      const link = target instanceof Element ? target.closest<HTMLAnchorElement>('table a') : null;
      if (link) stage?.focus(on ? /\/events\/([^/?#]+)/.exec(link.href)?.[1] : undefined, true);
    });

  return {
    wake: () => void wake(),
    showAddress: says.showAddress,
    ask(asked) {
      if (asked.type === 'rest') return rest();
      // What an article asks for is wanted on the map; it is shown as soon as there is one.
      if (asked.type === 'setView') shown.camera = asked.at;
      void wake().then(() => {
        if (asked.type === 'setView') stage?.fly(asked.at);
        if (asked.type === 'setDay') setDay(asked.day);
        if (asked.type === 'select') {
          choose(asked.id ?? undefined);
          const point = asked.id === null ? undefined : edition?.pointOf(asked.id);
          if (point && stage) stage.fly({ ...stage.camera(), lng: point[0], lat: point[1] });
        }
        if (asked.type === 'play') {
          play.stop();
          if (asked.to !== undefined) play.start(shown.day, asked.to, asked.perSecond);
        }
      });
    },
  };
}

/** The camera of the picture as the frame shows it: cropped around its middle, or stretched over a larger frame. */
function firstCamera(article: HTMLElement, { drawn }: LiveBoot): Camera {
  const { camera, width, height } = (matchMedia(NARROW).matches && drawn.narrow) || drawn.wide;
  const stage = article.querySelector('.stage');
  const stretch = Math.max(1, (stage?.clientWidth ?? 0) / width, (stage?.clientHeight ?? 0) / height);
  return { ...camera, zoom: camera.zoom + Math.log2(stretch) };
}

const PAN_PX = 80;
function keys(event: KeyboardEvent, stage: Stage | undefined, close: () => void): void {
  const act: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => stage?.panBy(-PAN_PX, 0),
    ArrowRight: () => stage?.panBy(PAN_PX, 0),
    ArrowUp: () => stage?.panBy(0, -PAN_PX),
    ArrowDown: () => stage?.panBy(0, PAN_PX),
    '+': () => stage?.zoomBy(1),
    '=': () => stage?.zoomBy(1),
    '-': () => stage?.zoomBy(-1),
    Escape: close,
  };
  const run = act[event.key];
  if (!run || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  run();
}
