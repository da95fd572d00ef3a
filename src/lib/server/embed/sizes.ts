/** What a frame of a width shows, and what is drawn for it. */
export interface Size {
  readonly shown: { readonly width: number; readonly height: number };
  readonly drawn: { readonly width: number; readonly height: number };
  /** What is left for the picture in the commonest frame, beside its words. */
  readonly usual: { readonly width: number; readonly height: number };
}
export type Sizes = { readonly wide: Size; readonly narrow?: Size };

/**
 * What is drawn for a frame of a width, and about what such a frame shows of it: pictures are cropped around their
 * middle, so that a frame of any size is filled and letters keep theirs.
 */
export const SIZES = {
  wide: {
    shown: { width: 640, height: 300 },
    drawn: { width: 1200, height: 640 },
    usual: { width: 640, height: 240 },
  },
  narrow: {
    shown: { width: 350, height: 300 },
    drawn: { width: 480, height: 460 },
    usual: { width: 350, height: 240 },
  },
} as const;
/** Of two beside each other each is narrow in any frame: one drawing does for all. */
export const HALF = {
  wide: {
    shown: { width: 340, height: 260 },
    drawn: { width: 620, height: 500 },
    usual: { width: 320, height: 250 },
  },
} as const;
