import { inRings, ringsOf, type Rings } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import { daysBetween, type Day } from '../time/day.ts';
import { difference, union } from './clip.ts';
import type { Review } from './review.ts';

/** The ground of an oblast; undefined where the base map has none of that name. */
export type OblastRings = (iso: string) => Rings | undefined;

/** How many days ago ground was last looked at, at most; what is older is of the last class, the fourth. */
export const REVIEW_AGES = [3, 7, 30] as const;
/** 0 for the newest. */
export type ReviewAge = 0 | 1 | 2 | 3;
export const REVIEW_CLASSES: readonly ReviewAge[] = [0, 1, 2, 3];

export function reviewAge(reviewed: Day, d: Day): ReviewAge {
  const days = daysBetween(reviewed, d);
  const at = REVIEW_AGES.findIndex((most) => days <= most);
  return (at < 0 ? REVIEW_AGES.length : at) as ReviewAge;
}

/** Of those of one day any may come first; by id, so that it is always the same. */
const newestFirst = (a: Review, b: Review): number =>
  a.day < b.day ? 1 : a.day > b.day ? -1 : a.id < b.id ? -1 : 1;

/** The reviews up to a day, newest first. */
export const reviewsOn = (reviews: readonly Review[], d: Day): Review[] =>
  reviews.filter((r) => r.day <= d).sort(newestFirst);

/** The last review of each oblast or area up to a day, newest first. */
export function lastReviews(reviews: readonly Review[], d: Day): Review[] {
  const seen = new Set<string>();
  return reviewsOn(reviews, d).filter((r) => {
    const what = r.oblast ?? JSON.stringify(r.area);
    if (seen.has(what)) return false;
    seen.add(what);
    return true;
  });
}

const ringsOfReview = (r: Review, oblastRings: OblastRings): Rings =>
  r.area ? ringsOf(r.area) : ((r.oblast === undefined ? undefined : oblastRings(r.oblast)) ?? []);

/**
 * The last review of a point up to a day; undefined where none is recorded.
 *
 * @param oblast the oblast that the point is in, where it is known
 */
export const reviewAt = (
  reviews: readonly Review[],
  point: Position,
  oblast: string | undefined,
  d: Day,
): Review | undefined =>
  reviewsOn(reviews, d).find((r) =>
    r.area ? inRings(point, ringsOf(r.area)) : oblast !== undefined && r.oblast === oblast,
  );

/** Ground that was last looked at on a day. */
export interface ReviewedZone {
  readonly day: Day;
  readonly rings: Rings;
}

/** Ground by the day on which it was last looked at, newest first: no zone lies over another. */
export function reviewedZones(reviews: readonly Review[], d: Day, oblastRings: OblastRings): ReviewedZone[] {
  const zones: { day: Day; rings: Rings }[] = [];
  let told: Rings = [];
  for (const review of lastReviews(reviews, d)) {
    const own = ringsOfReview(review, oblastRings);
    if (own.length === 0) continue;
    const rings = difference(own, told);
    told = union(told, own);
    if (rings.length === 0) continue;
    const last = zones.at(-1);
    if (last?.day === review.day) last.rings = [...last.rings, ...rings];
    else zones.push({ day: review.day, rings });
  }
  return zones;
}
