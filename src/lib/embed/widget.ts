import type { Font } from '../domain/embed/options.ts';
import type { LiveBoot } from './live/boot.ts';

/** A line of the table that says what a widget's map shows. */
export interface WidgetRow {
  readonly key: string;
  readonly when: string;
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly href: string;
}

/** Drawings of one scene, of which the width of the frame shows one. */
export interface WidgetPicture {
  readonly caption: string | undefined;
  readonly wide: string;
  /** For a frame of a phone's width; without it the other does for any. */
  readonly narrow: string | undefined;
}

/** A sentence about what became of what a widget shows, and where more is said of it. */
export interface WidgetNews {
  readonly text: string;
  readonly why: string | undefined;
  readonly href: string | undefined;
  readonly link: string;
}

/** A newsroom's own words, which are not the map's: they stand apart and are marked. */
export interface OwnPart {
  /** Whose words they are. */
  readonly from: string;
  readonly title: string;
  readonly credit: string;
  readonly callouts: readonly { readonly number: number; readonly text: string }[];
}

/** Everything that a widget says before anybody taps it. */
export interface Widget {
  readonly title: string;
  readonly shown: string;
  readonly hidden: string | undefined;
  /** One map, or the two that are compared. */
  readonly pictures: readonly WidgetPicture[];
  readonly locator: string;
  /** The live map of the same view, in place; none where the widget is without it. */
  readonly tap: { readonly href: string; readonly text: string; readonly back: boolean } | undefined;
  /** Where the live map is asked for: what it starts from. */
  readonly live: { readonly boot: LiveBoot; readonly noScript: string } | undefined;
  readonly open: { readonly href: string; readonly text: string; readonly at: string };
  readonly legendTitle: string;
  readonly legend: readonly {
    readonly swatch: string;
    readonly words: string;
    /** Shown with one of the drawings only. */
    readonly only: 'wide' | 'narrow' | undefined;
  }[];
  /** What nobody can switch off: the day, the edition, how true it is, who publishes, whose data. */
  readonly foot: readonly string[];
  readonly demonstration: string | undefined;
  /** What later editions corrected of what is shown. */
  readonly ribbon: WidgetNews | undefined;
  /** That what the widget is about is not there: said over the picture. */
  readonly gone: WidgetNews | undefined;
  /** What a newsroom that holds a key adds. */
  readonly own: OwnPart | undefined;
  readonly notes: readonly string[];
  /** Of a copy in another place: what it is a copy of, and what cannot reach it. */
  readonly copy: string | undefined;
  readonly text: {
    readonly title: string;
    readonly sentences: readonly string[];
    readonly heads: readonly [string, string, string, string];
    readonly rows: readonly WidgetRow[];
    readonly nothing: string;
    /** Where a newsroom hears of corrections of this very map. */
    readonly feed: { readonly href: string; readonly text: string };
  };
  readonly font: Font;
}
