import type { Review } from '../domain/control/review.ts';
import type { Position } from '../domain/geometry/sphere.ts';
import type { Lang } from '../domain/text.ts';
import type { Camera } from '../domain/view/view.ts';
import type { Land } from '../scene/ground.ts';
import type { MarkGroup } from '../scene/groups.ts';
import type { Scene, SceneMark } from '../scene/scene.ts';

/** What a reader pointed at, by pointer, touch or key. */
export type Picked =
  /** One event or several that cannot be told apart at this zoom. */
  | { readonly kind: 'events'; readonly ids: readonly string[]; readonly point: Position }
  | { readonly kind: 'place'; readonly id: string; readonly point: Position }
  | { readonly kind: 'ground'; readonly point: Position };

/** What is under the pointer or has the focus; `x` and `y` are CSS pixels from the stage's upper left corner. */
export interface Hovered {
  readonly ids: readonly string[];
  readonly x: number;
  readonly y: number;
}

export interface MapEvents {
  /** The first whole frame is drawn: the canvas may take the picture's place. */
  ready(): void;
  /** Every frame while the camera moves. */
  moving(camera: Camera): void;
  /** The camera has come to rest. */
  moved(camera: Camera): void;
  picked(what: Picked): void;
  hovered(what: Hovered | undefined): void;
  /** The graphics context is gone; `restored` follows if it comes back. */
  lost(): void;
  restored(): void;
  /** A data file or the graphics cannot be had: what, and whether trying again may help. */
  failed(what: 'graphics' | 'basemap' | 'names', retry: (() => void) | undefined): void;
}

export interface MapOptions {
  /** An empty box that covers the stage; the map fills it. */
  readonly container: HTMLElement;
  readonly camera: Camera;
  readonly lang: Lang;
  readonly theme: 'light' | 'dark';
  /** Whether motion is short or none. */
  readonly still: boolean;
  /** Addresses of the base map and of the names of settlements of the edition. */
  readonly basemap: string;
  readonly names: string;
  /** Words for what assistive technology is told. */
  readonly label: string;
  /** Inside an article one finger and the wheel are the article's, and these words say how the map is moved. */
  readonly cooperative?: { readonly windows: string; readonly mac: string; readonly mobile: string };
  readonly events: MapEvents;
}

/** What the map shows: one scene, with its marks grouped for the zoom that the map is at. */
export interface MapFrame {
  readonly scene: Scene;
  /** Marks by id, for those groups that hold a single event and for short cards. */
  readonly marks: ReadonlyMap<string, SceneMark>;
  /** What was looked at when, where the map is to shade it. */
  readonly reviews?: readonly Review[] | undefined;
  /** The groups at a whole zoom; asked again when the whole zoom changes. */
  groups(zoom: number): readonly MarkGroup[];
}

/** A second day on the same map: its ground and front lie left of a line, marks stay those of the frame. */
export interface Wiped {
  readonly scene: Scene;
  /** Where the line is, as a share of the map's width. */
  readonly at: number;
}

/** The map as the rest of the program sees it. */
export interface MapController {
  /** Draw a frame. Marks are drawn at once; control follows as soon as the worker has cut it, and only if it changed. */
  show(frame: MapFrame): void;
  /** Wipe another day's ground over the left of what is shown, or take it away. */
  wipe(wiped: Wiped | undefined): void;
  /** The chosen event, place or ground: ringed, and the other marks dim. */
  select(chosen: { readonly ids?: readonly string[]; readonly point?: Position } | undefined): void;
  /** The mark that the keyboard is at, or of a row that is pointed at; `told`: with its short card. */
  focus(id: string | undefined, told?: boolean): void;
  camera(): Camera;
  /** Resolves when the base map is there, however often it had to be asked for. */
  readonly based: Promise<void>;
  /** Whose land a point is; undefined while the base map is not there. */
  landAt(point: Position): Land | undefined;
  /** The oblast that a point is in; undefined while the base map is not there, and where there is none. */
  oblastAt(point: Position): string | undefined;
  /** Move at once, or fly there (at once where motion is still). `padding`: CSS pixels that something covers. */
  jump(camera: Camera): void;
  fly(camera: Camera): void;
  zoomBy(steps: number): void;
  panBy(x: number, y: number): void;
  setTheme(theme: 'light' | 'dark'): void;
  /** CSS pixels at each edge that panels cover: the camera's centre is that of what is left. */
  setPadding(padding: { top: number; right: number; bottom: number; left: number }): void;
  /** Resolves when everything shown so far is drawn. */
  drawn(): Promise<void>;
  /** What is drawn now, as a picture that needs no graphics context; undefined where nothing is. */
  picture(): HTMLElement | undefined;
  destroy(): void;
}

export type CreateMap = (options: MapOptions) => MapController;
