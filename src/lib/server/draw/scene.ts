import { reviewedZones, type ReviewedZone } from '#lib/domain/control/reviewed.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { View } from '#lib/domain/view/view.ts';
import { cameraFor } from '#lib/look/cameras.ts';
import { boxOfFrame } from '#lib/look/mercator.ts';
import type { DrawnEntry } from '#lib/scene/legend.ts';
import { reviewedLegend } from '#lib/scene/reviewed.ts';
import { sceneOf, type Scene } from '#lib/scene/scene.ts';
import { controlOf } from '../editions/control.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import type { EditionReader } from '../store/store.ts';
import { basemap, oblastRings } from './basemap.ts';
import { placesOf, type PlaceLabel } from './scene-places.ts';

export interface OblastLabel {
  readonly iso: string;
  readonly name: string;
  readonly rings: Rings;
}

/** A scene with the names that a picture of it may hold. */
export interface DrawnScene extends Scene {
  readonly places: readonly PlaceLabel[];
  readonly oblasts: readonly OblastLabel[];
  /** When ground was last looked at, where the view asks for it. */
  readonly seen?:
    { readonly zones: readonly ReviewedZone[]; readonly legend: readonly DrawnEntry[] } | undefined;
}

/** The size of the pictures that pages hold; the places of a scene cover it. */
const LARGEST = { width: 1600, height: 1000 };

/** Gather what a picture of a view of an edition shows. A function of the edition, the view and the base map. */
export async function buildScene(
  reader: EditionReader,
  view: View,
  { lang }: { lang: Lang },
): Promise<DrawnScene> {
  const [catalogue, control] = await Promise.all([catalogueOf(reader), controlOf(reader)]);
  // Two days in one picture are their difference: nothing of it can be wiped.
  const still = { ...view, how: undefined };
  const scene = sceneOf({ catalogue, control, edition: reader.edition, view: still, lang });
  const frame = { camera: cameraFor(view, LARGEST, scene.focus), ...LARGEST };
  const places = await placesOf(reader, {
    lang,
    box: boxOfFrame(frame),
    zoom: frame.camera.zoom,
    front: scene.fronts.flatMap((f) => [...f.sourced, ...f.unsourced]),
    named: new Set([...scene.marks.map((m) => m.place.id as string), ...(view.place ? [view.place] : [])]),
    noted: new Set(control.statements.filter((s) => s.day <= scene.day).flatMap((s) => s.places as string[])),
  });
  const oblasts = basemap().oblasts.map(({ iso, name, rings }) => ({ iso, name: name[lang], rings }));
  return { ...scene, places, oblasts, seen: view.reviewed && (await seenOf(reader, scene.day, lang)) };
}

async function seenOf(reader: EditionReader, d: Day, lang: Lang) {
  const reviews = await reader.reviews();
  return { zones: reviewedZones(reviews, d, oblastRings), legend: reviewedLegend(reviews, d, lang) };
}
