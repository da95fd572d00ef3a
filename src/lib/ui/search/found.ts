import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Findings, FoundEvent, FoundPlace, FoundReport } from '#lib/scene/findings.ts';

/** What the address of the search answers. */
export type Found = Findings;
export type { FoundEvent, FoundPlace, FoundReport };

/** What a reader chose below the field of the search. */
export type Chosen =
  | {
      readonly kind: 'place';
      readonly id: string;
      readonly name: string;
      readonly about: string;
      readonly also: string | undefined;
      readonly point: Position;
    }
  | {
      readonly kind: 'event';
      readonly id: string;
      readonly name: string;
      readonly point: Position | undefined;
    }
  | { readonly kind: 'report'; readonly id: string; readonly name: string; readonly href: string }
  /** Coordinates that were typed; `id` is their text. */
  | { readonly kind: 'point'; readonly id: string; readonly name: string; readonly point: Position };
