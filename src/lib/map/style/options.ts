import type { Lang } from '../../domain/text.ts';
import type { Layer } from '../../domain/view/view.ts';

/** What the look of the map depends on, besides the data in its sources. */
export interface StyleOptions {
  readonly theme: 'light' | 'dark';
  readonly lang: Lang;
  /** How true the ledgers' edge is, in metres: where that is wide on the screen, the line becomes a band. */
  readonly resolution_m: number;
  /** Latitude at which metres are turned into pixels, in degrees: that of the front. */
  readonly lat: number;
  readonly layers: readonly Layer[];
  /** Whether the map is as narrow as a phone. */
  readonly narrow: boolean;
  /** Milliseconds for names to appear in; 0 where motion is unwanted. */
  readonly fade: number;
  /** Quarters by which the zoom exceeds its whole number, 0 to 3: filters know whole zooms only. */
  readonly quarter: number;
}

/** Above this zoom the detailed base map is drawn, over the coarse world. */
export const NEAR_ZOOM = 4.5;
/** The zoom beyond any that the map reaches. */
export const NEVER = 24;
