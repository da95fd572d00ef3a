import type { Position } from '../domain/geometry/sphere.ts';
import { chosenRing, focusRing, haloSvg, pointSvg, shapeOf } from './mark-shapes.ts';
import type { Item, Placed } from './marks.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** What the overlay shows. */
export interface Shown {
  readonly items: readonly Item[];
  readonly chosen: ReadonlySet<string>;
  readonly focused: string | undefined;
  readonly point: Position | undefined;
}

/** Marks over the map, as elements of one `<svg>`: drawn at once, and moved with every frame of the map. */
export interface Overlay {
  show(shown: Shown): void;
  /** Move everything to where the camera has it. */
  place(project: (p: Position) => { x: number; y: number }): void;
  readonly placed: readonly Placed[];
  remove(): void;
}

interface Kept {
  item: Item;
  readonly main: SVGGElement;
  readonly halo: SVGGElement;
  shape: string;
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
  let placed: Placed[] = [];
  let point: Position | undefined;

  const enter = (item: Item): Kept => {
    const main = group(marks, '');
    const halo = group(halos, '');
    return { item, main, halo, shape: '' };
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
    const isChosen = item.ids.some((id) => chosen.has(id));
    const isFocused = focused !== undefined && item.ids.includes(focused);
    const shape =
      (isFocused ? focusRing(item) : '') + (isChosen ? chosenRing(item) : '') + shapeOf(item, options.coarse);
    // Most marks stay as they are from day to day, and an element that stays is not parsed anew.
    if (shape !== one.shape) one.main.innerHTML = one.shape = shape;
    const halo = item.halo === undefined ? '' : haloSvg(item.halo);
    if (one.halo.innerHTML !== halo) one.halo.innerHTML = halo;
    const dim = chosen.size > 0 && !isChosen ? ' dim' : '';
    one.main.setAttribute('class', `${item.shape}${dim}`);
    one.halo.setAttribute('class', `halo${dim}`);
    one.main.dataset['ids'] = item.ids.join(' ');
    one.item = item;
  };

  return {
    show(shown) {
      const wanted = new Set(shown.items.map((i) => i.key));
      for (const [key, one] of kept) {
        if (wanted.has(key)) continue;
        kept.delete(key);
        leave(one);
      }
      let before: SVGGElement | undefined;
      for (const item of shown.items) {
        const old = kept.get(item.key);
        const one = old ?? enter(item);
        draw(one, item, shown);
        if (!old) {
          kept.set(item.key, one);
          if (!options.still) for (const g of [one.main, one.halo]) g.classList.add('entering');
        }
        // The later lies over the earlier. Elements in their order already are left alone.
        if (before ? before.nextElementSibling !== one.main : marks.firstElementChild !== one.main) {
          if (before) before.after(one.main);
          else marks.prepend(one.main);
        }
        before = one.main;
      }
      // What is chosen, and then what has the focus, lies over all.
      for (const one of kept.values())
        if (one.item.ids.some((id) => shown.chosen.has(id))) marks.append(one.main);
      point = shown.point;
      spot.setAttribute('visibility', point ? 'visible' : 'hidden');
    },
    place(project) {
      placed = [];
      const move = (g: SVGGElement, x: number, y: number): void => {
        g.setAttribute('transform', `translate(${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10})`);
      };
      for (const { item, main, halo } of kept.values()) {
        const { x, y } = project(item.point);
        move(main, x + item.shift, y);
        if (item.halo !== undefined) move(halo, x, y);
        placed.push({ item, x: x + item.shift, y });
      }
      if (point) {
        const { x, y } = project(point);
        move(spot, x, y);
      }
    },
    get placed() {
      return placed;
    },
    remove: () => svg.remove(),
  };
}
