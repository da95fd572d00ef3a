import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { Lang } from '#lib/domain/text.ts';
import { maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { spanned } from '#lib/domain/view/compared.ts';
import { viewFromUrl, ZOOMS, type Camera, type View } from '#lib/domain/view/view.ts';
import { cameraFor, cameraOnStage, DRAWN } from '#lib/look/cameras.ts';
import { boxOfFrame, type Frame } from '#lib/look/mercator.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { nameOf } from '#lib/domain/places/place.ts';
import type { FoundPlace } from '#lib/scene/card-place.ts';
import { chipsOf, type Chip } from '#lib/scene/chips.ts';
import { legendOf, type DrawnEntry, type LegendEntry } from '#lib/scene/legend.ts';
import { listsOf } from '#lib/scene/lists.ts';
import type { Atlas } from '#lib/scene/map-data.ts';
import { sceneOf, type Scene } from '#lib/scene/scene.ts';
import { timelineAt, timelineBase } from '#lib/scene/timeline.ts';
import { longDay } from '#lib/words/dates.ts';
import { readerWords } from '#lib/words/reader.ts';
import { afterFrame } from './after-frame.ts';
import type { Boot } from './boot.ts';
import { inView, type Seen } from './in-view.ts';
import type { Grouper } from '#lib/scene/grouper.ts';
import type { Late } from './late.ts';
import { MapLink } from './map-link.svelte.ts';

export type Tab = 'changed' | 'layers' | 'filters';

/** What the panel shows instead of the lists. */
export type Card =
  | { readonly kind: 'event'; readonly id: string }
  | { readonly kind: 'place'; readonly id: string }
  | { readonly kind: 'ground'; readonly point: Position }
  | { readonly kind: 'group'; readonly ids: readonly string[] };

/** A view and what it shows. */
export interface Told {
  readonly view: View;
  readonly scene: Scene;
}

/**
 * The truth of the reader's map: the view, and what follows from it and the edition. It never navigates; a day, a
 * selection and a filter are written into the address as steps that can be gone back, the camera in place.
 */
export class ReaderState {
  /** What came with the page, and the edition that is shown; both are replaced where a newer one is shown in place. */
  boot = $state.raw() as Boot;
  atlas = $state.raw() as Atlas;
  readonly lang: Lang;
  readonly words;

  view = $state.raw() as View;
  /** Whether a browser has taken the page over. */
  live = $state(false);
  /** Whether the phone's picture is the one that is shown. */
  phone = $state(false);
  /** CSS pixels of the map that nothing covers. */
  size = $state.raw<{ width: number; height: number }>(DRAWN.desk.shown);
  camera = $state.raw() as Camera;
  card = $state.raw<Card | undefined>();
  /** The settlements that were chosen, by id. */
  found = $state.raw<ReadonlyMap<string, FoundPlace>>(new Map());
  /** How many rows of the list are drawn. */
  most = $state(60);
  tab = $state<Tab>('changed');
  /** On a phone: how high the sheet stands. */
  sheet = $state<'low' | 'half' | 'full'>('half');
  /** CSS pixels of the map's box that something covers. */
  covered = $state.raw({ top: 0, right: 0, bottom: 0, left: 0 });
  /** What the device prefers, and whether it is connected. */
  systemDark = $state(false);
  offline = $state(false);
  /** The camera from which a chip was followed. */
  from = $state.raw<Camera | undefined>();
  /** Several events at one point, among which one was chosen. */
  groupOf = $state.raw<readonly string[]>([]);
  /** Read out politely. */
  said = $state('');
  readonly map = new MapLink();
  /** Cards and tools, which come after the page has been taken over. */
  late = $state.raw<Late | undefined>();

  constructor(boot: Boot, atlas: Atlas) {
    this.boot = boot;
    this.atlas = atlas;
    this.lang = boot.lang;
    this.words = readerWords[boot.lang];
    this.view = boot.view;
    this.card = cardOf(boot.view);
    const place = boot.place;
    if (place) this.found = new Map([[place.id, place]]);
    this.camera = this.firstCamera();
  }

  /** What a view without a camera shows in the present size. */
  firstCamera(view: View = this.view): Camera {
    const scene = sceneOf({ ...this.atlas, view: { ...view, day: this.day }, lang: this.lang });
    return cameraOnStage(view, this.size, this.phone, scene.focus ?? this.#placeFocus(view));
  }
  #placeFocus(view: View) {
    const place = view.place === undefined ? undefined : this.found.get(view.place);
    return place && { point: place.point, radius_m: 0 };
  }

  readonly day: Day = $derived.by(() => this.view.day ?? this.boot.day);
  readonly #input = $derived.by(() => ({
    ...this.atlas,
    view: { ...this.view, day: this.day },
    lang: this.lang,
  }));
  readonly scene = $derived.by(() => sceneOf(this.#input));
  readonly #now: Told = $derived.by(() => ({ view: this.view, scene: this.scene }));
  #behind = $state.raw<{ told: Told; view: View } | undefined>();
  #isCatchingUp = false;
  #isSettled = false;
  /**
   * What lists, words and links tell: what the map shows, but while days go by a moment behind it, so that no step
   * waits for them. Only a step of the day makes them late; with any other change of the view they are there at once.
   */
  readonly told: Told = $derived.by(() => {
    const behind = this.#behind;
    return behind?.view === this.view ? behind.told : this.#now;
  });
  readonly lists = $derived.by(() => {
    const { view, day } = this.told.scene;
    return listsOf({ ...this.atlas, view, lang: this.lang }, day);
  });
  // As text, so that what depends on the filters alone is left alone while the day moves.
  readonly #filters = $derived.by(() => JSON.stringify(filtersOf(this.view)));
  readonly #base = $derived.by(() =>
    timelineBase({
      ...this.atlas,
      view: JSON.parse(this.#filters) as View,
      lang: this.lang,
      ends: [this.boot.day],
    }),
  );
  readonly timeline = $derived.by(() => timelineAt(this.#base, spanned(this.view, this.day), this.day));
  /** The first and the last day that can be chosen. */
  readonly ends = $derived.by(() => ({ first: this.timeline.first, last: this.timeline.last }));

  readonly frame: Frame = $derived.by(() => ({ camera: this.camera, ...this.size }));
  readonly chips = $derived.by(() => chipsOf(this.told.scene, this.frame));
  readonly legend = $derived.by(() =>
    (legendOf(this.told.scene, this.frame) as (LegendEntry | DrawnEntry)[]).concat(
      // When ground was last looked at is told by the late code.
      this.late?.reviewedOf(this) ?? [],
    ),
  );
  readonly seen: Seen = $derived.by(() =>
    inView(this.lists, this.atlas, this.told.scene, boxOfFrame(this.frame)),
  );

  /** Marks in view, from west to east. */
  readonly marksInView = $derived.by(() => {
    const [w, south, e, n] = boxOfFrame(this.frame);
    return this.told.scene.marks
      .filter(({ point: [x, y] }) => x >= w && x <= e && y >= south && y <= n)
      .sort((p, q) => p.point[0] - q.point[0] || (p.id < q.id ? -1 : 1));
  });

  /** Tells what the map shows as one mark; comes with the late code, as the map does. */
  readonly grouper: Grouper | undefined = $derived.by(() => this.late?.grouperOf(this.atlas));
  /** What the map is handed. */
  readonly shown = $derived.by(() => {
    const { scene } = this;
    const marks = new Map(scene.marks.map((m) => [m.id, m]));
    return {
      scene,
      marks,
      groups: this.grouper?.groups(scene, this.view.event) ?? NO_GROUPS,
      reviews: this.view.reviewed && this.atlas.reviews,
    };
  });

  readonly theme: 'light' | 'dark' = $derived.by(() =>
    this.view.theme === 'system' ? (this.systemDark ? 'dark' : 'light') : this.view.theme,
  );
  /** What the map rings while the rest dims. */
  readonly chosen = $derived.by(() => {
    const { card } = this;
    if (card?.kind === 'event') return { ids: [card.id] };
    if (card?.kind === 'group') return { ids: card.ids };
    if (card?.kind === 'ground') return { point: card.point };
    const place = card?.kind === 'place' ? this.placeOf(card.id) : undefined;
    return place && { point: place.point };
  });
  /** The address of a view, in the language of the page. */
  hrefOf = (view: View): string => address(this.lang, '/', view);
  readonly dayHref = (day: Day): string => this.hrefOf({ ...this.told.view, day });

  /**
   * Change the view.
   *
   * @param how `push` makes a step that can be gone back, `replace` writes the address in place, `none` leaves it, for
   * what moves
   */
  change(part: Partial<View>, how: 'push' | 'replace' | 'none' = 'push'): void {
    this.view = { ...this.view, ...part };
    if (how !== 'none') this.write(how);
  }

  write(how: 'push' | 'replace'): void {
    const href = this.hrefOf(this.view);
    if (href === location.pathname + location.search) return;
    if (how === 'push') history.pushState(null, '', href);
    else history.replaceState(null, '', href);
  }

  setDay(day: Day, settled: boolean): void {
    const { first, last } = this.ends;
    const to = minDay(maxDay(day, first), last);
    if (to !== this.view.day) {
      const { told } = this;
      this.change({ day: to }, 'none');
      this.#behind = { told, view: this.view };
    }
    // At once, so that who waits for what is drawn, as playing does, waits for this day and not for the one before.
    this.map.show(this.shown);
    if (settled) this.write('push');
    this.#catchUp(settled);
  }

  /** Of many days in one frame the last is told, and read out where it is at rest. */
  #catchUp(settled: boolean): void {
    this.#isSettled = settled;
    if (this.#isCatchingUp) return;
    this.#isCatchingUp = true;
    afterFrame(() => {
      this.#isCatchingUp = false;
      this.#behind = undefined;
      if (this.#isSettled)
        this.said = this.words.dayShown(longDay(this.lang, this.day), this.lists.rows.length);
    }, this.map.drawing());
  }

  /** The address of a page of its own, which shows the same edition. */
  pageHref(path: string): string {
    return address(this.lang, path, carried(this.told.view));
  }

  placeOf(id: string): FoundPlace | undefined {
    const known = this.found.get(id);
    if (known) return known;
    const place = this.atlas.catalogue.place(id as PlaceId);
    return place && { id: place.id, name: nameOf(place, this.lang), point: place.point };
  }

  /** Show an event: its card, and where it is if that is out of sight. */
  choose(id: string): void {
    this.open({ kind: 'event', id });
    const point = this.atlas.catalogue.event(id)?.point;
    if (point) this.lookAt(point);
  }

  choosePlace(place: FoundPlace): void {
    this.found = new Map([...this.found, [place.id, place]]);
    this.open({ kind: 'place', id: place.id });
    const camera = cameraFor({ place: place.id }, this.size, { point: place.point, radius_m: 0 });
    if (!this.map.fly(camera)) this.rest(camera);
  }

  /**
   * Bring a point into sight, leaving the camera alone where it is there already.
   *
   * @param zoom go as near as this, also to what is in sight
   */
  lookAt(point: Position, zoom?: number): void {
    const [w, s, e, n] = boxOfFrame(this.frame, -40);
    const [lng, lat] = point;
    const isSeen = lng >= w && lng <= e && lat >= s && lat <= n;
    if (isSeen && zoom === undefined) return;
    this.map.fly({ lng, lat, zoom: zoom ?? Math.max(Math.min(this.camera.zoom, 8), 6) });
  }

  follow(chip: Chip): void {
    this.from ??= this.camera;
    const [lng, lat] = chip.point;
    this.map.fly({ lng, lat, zoom: Math.max(this.camera.zoom, 6.5) });
  }
  comeBack(): void {
    if (this.from) this.map.fly(this.from);
    this.from = undefined;
  }
  wholeFront(): void {
    this.from = undefined;
    this.map.fly(cameraFor({}, this.size));
  }

  /** Open a card, or close the one that is open. A card about an event or a place is part of the address. */
  open(card: Card | undefined, how: 'push' | 'none' = 'push'): void {
    this.card = card;
    if (card?.kind === 'group') this.groupOf = card.ids;
    else if (card?.kind !== 'event' || !this.groupOf.includes(card.id)) this.groupOf = [];
    if (card && this.sheet === 'low') this.sheet = 'half';
    this.change(
      {
        event: card?.kind === 'event' ? card.id : undefined,
        place: card?.kind === 'place' ? card.id : undefined,
      },
      how,
    );
  }

  /** The camera has come to rest where the reader left it. */
  rest(camera: Camera): void {
    this.camera = camera;
    const { lng, lat, zoom } = camera;
    const at = { lng: round(lng, 4), lat: round(lat, 4), zoom: round(clamp(zoom), 2) };
    this.change({ at, area: undefined }, 'replace');
  }

  /** Read the address, after the reader has gone back or forward. Another edition is another page. */
  read(): void {
    const { view } = viewFromUrl(new URLSearchParams(location.search));
    const before = this.view;
    if (view.edition !== before.edition || view.known !== before.known) {
      location.reload();
      return;
    }
    this.view = {
      ...view,
      place: view.place !== undefined && this.placeOf(view.place) ? view.place : undefined,
    };
    this.card = cardOf(this.view);
    this.camera = this.firstCamera();
    this.map.jump(this.camera);
  }
}

const NO_GROUPS = () => [];

const round = (x: number, decimals: number): number => Number(x.toFixed(decimals));
const clamp = (zoom: number): number => Math.min(ZOOMS.most, Math.max(ZOOMS.least, zoom));

const cardOf = (view: View): Card | undefined =>
  view.event !== undefined
    ? { kind: 'event', id: view.event }
    : view.place !== undefined
      ? { kind: 'place', id: view.place }
      : undefined;

/** The part of a view on which the bars of the timeline depend. */
const filtersOf = ({ kinds, evidence, by, theatre }: View) => ({ kinds, evidence, by, theatre });
