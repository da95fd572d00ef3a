import type { Callout } from '#lib/domain/embed/keyed.ts';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Camera } from '#lib/domain/view/view.ts';

/** What the moving map of a widget starts from: made by the server, sent with the page. */
export interface LiveBoot {
  readonly options: EmbedOptions;
  /** The day that is shown, and the earlier one where two are compared. */
  readonly day: Day;
  readonly before: Day | undefined;
  readonly edition: number;
  readonly origin: string;
  /** Whether this is a copy in another place, with no server that could make words of another day. */
  readonly copied: boolean;
  readonly files: {
    readonly map: string;
    readonly control: string;
    readonly basemap: string;
    readonly names: string;
  };
  /** What the newsroom whose key it is points out, and the words by which it is marked as its own. */
  readonly own?: { readonly from: string; readonly callouts: readonly Callout[] } | undefined;
  /** How the pictures were drawn; the narrow one is shown in a frame of a phone's width. */
  readonly drawn: { readonly wide: Drawn; readonly narrow: Drawn | undefined };
}

export interface Drawn {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

/** Id of the element that holds the boot data. */
export const BOOT_ID = 'live';
/** Up to this width the narrow picture is shown; the same as in the style sheet. */
export const NARROW = '(max-width: 480px)';
