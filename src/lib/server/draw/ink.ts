import type { Paint } from '#lib/look/palette.ts';
import type { Pen } from './path.ts';

/** What a layer draws, and what it needs in `<defs>`. */
export interface Drawn {
  readonly defs: string;
  readonly body: string;
}

/** What a layer draws with. */
export interface Ink {
  readonly pen: Pen;
  readonly paint: Paint;
  /** Before every id, so that two drawings share a page. */
  readonly prefix: string;
  /** How many times farther than usual the lines of the base map may leave the true ones. */
  readonly ease?: number | undefined;
}

/** A stroked path; nothing where there is no data. */
export const stroke = (d: string, colour: string, width: number, more = ''): string =>
  d &&
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linejoin="round"${more}/>`;

/** A filled path, even-odd; nothing where there is no data. */
export const fill = (d: string, colour: string, more = ''): string =>
  d && `<path d="${d}" fill="${colour}" fill-rule="evenodd"${more}/>`;
