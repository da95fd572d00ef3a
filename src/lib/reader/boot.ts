import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { View } from '#lib/domain/view/view.ts';
import type { FoundPlace } from '#lib/scene/card-place.ts';
import type { NetLane } from '#lib/scene/net-lane.ts';

interface Link {
  readonly href: string;
  readonly text: string;
  readonly current?: boolean;
}

/** What stands around the map and does not follow from the edition's data: made by the server, sent with the page. */
export interface Boot {
  readonly lang: Lang;
  /** What the address asks for, without what could not be used. */
  readonly view: View;
  /** The day that is shown where the view names none. */
  readonly day: Day;
  /** The place that the address names, which the edition's file need not know. */
  readonly place: FoundPlace | undefined;
  /** The newest edition there is. */
  readonly newest: number;
  /** Newest first. */
  readonly editions: readonly { readonly number: number; readonly when: string; readonly note: string }[];
  /** Addresses of the edition's map file and file of control, of the base map, and of the names of settlements. */
  readonly files: {
    readonly map: string;
    readonly control: string;
    readonly basemap: string;
    readonly names: string;
  };
  /** The lane of the line in km²; of a demonstration there is none. */
  readonly net: NetLane | undefined;
  readonly origin: string;
  /** Who publishes and when this edition was, as a citation says it. */
  readonly who: string;
  readonly when: string;
  /** Whether the line was last reviewed so long ago that it must be said that it is not today's. */
  readonly old: boolean;
  readonly frame: {
    readonly words: {
      readonly site: string;
      readonly menu: string;
      readonly search: string;
      readonly searchHint: string;
      readonly theme: string;
      readonly language: string;
      readonly method: string;
      readonly attribution: string;
    };
    readonly brand: string;
    readonly nav: readonly Link[];
    readonly languages: readonly (Link & { lang: string })[];
    readonly themes: readonly Link[];
    readonly search: { action: string; hidden: readonly { name: string; value: string }[] };
    readonly notes: readonly { text: string; link?: { href: string; text: string } }[];
    readonly demonstration: string | undefined;
    readonly publisher: string;
    readonly publisherNote: string | undefined;
    readonly edition: { text: string; when: string | undefined; href: string };
    readonly method: string;
    /** Of a copy of the site, which has no server: nothing is searched there, and no newer edition comes. */
    readonly copy: { readonly text: string; readonly site: Link } | undefined;
  };
  readonly about: {
    readonly citeLabel: string;
    readonly citation: string;
    readonly errorLabel: string;
    readonly errorHref: string | undefined;
    readonly errorNote: string | undefined;
  };
}

/** Id of the element that holds the boot data, and of the one that is hydrated. */
export const BOOT_ID = 'boot';
export const ROOT_ID = 'reader';
