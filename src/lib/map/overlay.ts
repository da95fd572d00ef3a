import type { Point } from '../look/mercator.ts';
import { chosenRing, focusRing, haloSvg, pointSvg, shapeOf } from './mark-shapes.ts';
import type { Item, Placed } from './marks.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What the overlay shows. */
export interface Shown {
  /** What is in the view and where, bottom to top. */
  readonly placed: readonly Placed[];
  readonly chosen: ReadonlySet<string>;
  readonly focused: string | undefined;
  /** A chosen point of ground, in pixels of the view. */
  readonly point: Point | undefined;
}

/** Marks over the map, as elements of one `<svg>`: drawn at once, and moved with every frame of the map. */
export interface Overlay {
  show(shown: Shown): void;
  remove(): void;
}

interface Kept {
  item: Item;
  readonly main: SVGGElement;
  readonly halo: SVGGElement;
  /** What is drawn in them now. */
  shape: string;
  around: string;
  look: string;
}

/** How long marks take to come and go, in milliseconds. */
const FADE_MS = 120;

const group = (parent: Element, name: string): SVGGElement => {
  const g = document.createElementNS(SVG, 'g');
  g.setAttribute('class', name);
  parent.append(g);
  return g;
};

export function createOverlay(host: HTMLElement, options: { still: boolean; coarse: boolean }): Overlay {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('class', 'map-marks');
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  host.append(svg);
  const halos = group(svg, 'halos');
  const marks = group(svg, 'marks');
  const spot = group(svg, 'spot');
  spot.innerHTML = pointSvg;
  const kept = new Map<string, Kept>();
  const enter = (item: Item): Kept => {
    const main = group(marks, '');
    const halo = group(halos, '');
    return { item, main, halo, shape: '', around: '', look: '' };
  };
  const leave = ({ main, halo }: Kept): void => {
    const gone = (): void => {
      main.remove();
      halo.remove();
    };
    if (options.still) return gone();
    for (const g of [main, halo]) g.classList.add('leaving');
    setTimeout(gone, FADE_MS);
  };
  const draw = (one: Kept, item: Item, { chosen, focused }: Shown): void => {
    const isChosen = chosen.size > 0 && item.ids.some((id) => chosen.has(id));
    const isFocused = focused !== undefined && item.ids.includes(focused);
    const look = `${isFocused ? 'focused ' : ''}${isChosen ? 'chosen' : chosen.size > 0 ? 'dim' : ''}`;
    // Most marks stay as they are from frame to frame and from day to day, and what stays is not parsed anew.
    if (one.item === item && one.look === look && one.shape !== '') return;
    const shape =
      (isFocused ? focusRing(item) : '') + (isChosen ? chosenRing(item) : '') + shapeOf(item, options.coarse);
    if (shape !== one.shape) one.main.innerHTML = one.shape = shape;
    const around = item.halo === undefined ? '' : haloSvg(item.halo);
    if (around !== one.around) one.halo.innerHTML = one.around = around;
    one.main.setAttribute('class', `${item.shape} ${look}`);
    one.halo.setAttribute('class', `halo ${look}`);
    if (one.item !== item || !one.main.dataset['ids']) one.main.dataset['ids'] = item.ids.join(' ');
    [one.item, one.look] = [item, look];
  };
  const move = (g: SVGGElement, x: number, y: number): void => {
    g.setAttribute('transform', `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`);
  };

  return {
    show(shown) {
      const wanted = new Set(shown.placed.map((p) => p.item.key));
      for (const [key, one] of kept) {
        if (wanted.has(key)) continue;
        kept.delete(key);
        leave(one);
      }
      let before: SVGGElement | undefined;
      const over: SVGGElement[] = [];
      for (const { item, x, y } of shown.placed) {
        const old = kept.get(item.key);
        const one = old ?? enter(item);
        draw(one, item, shown);
        move(one.main, x, y);
        if (item.halo !== undefined) move(one.halo, x - item.shift, y);
        if (!old) {
          kept.set(item.key, one);
          if (!options.still) for (const g of [one.main, one.halo]) g.classList.add('entering');
        }
        // What is chosen or has the focus lies over all.
        if (one.look !== '' && one.look !== 'dim') {
          over.push(one.main);
          continue;
        }
        // The later lies over the earlier. Elements in their order already are left alone.
        if (before ? before.nextElementSibling !== one.main : marks.firstElementChild !== one.main) {
          if (before) before.after(one.main);
          else marks.prepend(one.main);
        }
        before = one.main;
      }
      for (const g of over) if (marks.lastElementChild !== g || over.length > 1) marks.append(g);
      spot.setAttribute('visibility', shown.point ? 'visible' : 'hidden');
      if (shown.point) move(spot, ...shown.point);
    },
    remove: () => svg.remove(),
  };
}
