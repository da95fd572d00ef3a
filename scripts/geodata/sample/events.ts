import { TARGETS, WEAPONS, type EventKind, type Side } from '#lib/domain/events/terms.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import type { Claim } from '#lib/domain/events/claim.ts';
import { roundCoordinate } from '#lib/domain/geometry/rounding.ts';
import { metresPerDegree, type Position } from '#lib/domain/geometry/sphere.ts';
import type { Place } from '#lib/domain/places/place.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import { addDays, day, daysBetween, minDay, type Day } from '#lib/domain/time/day.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { theatreOf, type Ground } from './places.ts';
import type { Random } from './random.ts';

/** The days of the shipped ledgers, half-open. */
const FROM = day('2024-09-01');
const UNTIL = day('2024-12-01');
const DAYS = daysBetween(FROM, UNTIL);
/** An event is reported at most so many days after its last. */
const LATEST = 2;

const PUBLISHERS = ['Synthetic sample', 'Synthetic sample, second publisher'] as const;
const SPEAKERS = [
  { en: 'Synthetic sample', uk: 'Синтетичний зразок' },
  { en: 'Synthetic sample, second speaker', uk: 'Синтетичний зразок, другий мовець' },
] as const;
const NOTE = {
  en: 'Made by a program to try the map with many events. Nothing of the kind happened or was reported.',
  uk: 'Створено програмою, щоб випробувати мапу з багатьма подіями. Нічого такого не було й ніхто про це не повідомляв.',
};
const CLAIM = {
  en: 'A synthetic claim: nobody has said this.',
  uk: 'Синтетичне твердження: ніхто цього не казав.',
};

/** For each day one report of each publisher; they say of themselves that they do not exist. */
export function sampleReports(seed: number, random: Random, taken: Set<string>): Report[] {
  return Array.from({ length: DAYS + LATEST }, (_, i) => addDays(FROM, i)).flatMap((published) =>
    PUBLISHERS.map((publisher) => ({
      id: random.id('r', taken) as ReportId,
      title: `Synthetic sample, seed ${seed}: no such report exists`,
      publisher,
      published: { from: published, until: addDays(published, 1) },
      url: null,
      language: 'en',
      kind: 'article' as const,
      note: NOTE,
    })),
  );
}

const KINDS: Readonly<Record<EventKind, number>> = {
  strike: 34,
  clash: 26,
  advance: 15,
  incident: 6,
  announcement: 6,
  diplomacy: 4,
  assessment: 4,
  mission: 3,
  detention: 2,
};

/** How busy each day is: waves of a week or so with a few loud days. */
export function busyDays(random: Random): Day[] {
  return Array.from({ length: DAYS }, (_, i) => i).flatMap((i) => {
    const wave = 4 + 2 * Math.sin(i / 4) + random.next() * 3;
    return Array.from({ length: Math.round(random.percent(7) ? wave * 2.5 : wave) }, () => addDays(FROM, i));
  });
}

interface Setting {
  readonly ground: Ground;
  readonly days: readonly Day[];
  readonly reports: readonly Report[];
  readonly random: Random;
  readonly taken: Set<string>;
}

/** Event number `n` of a sample. Its title says that it is synthetic; no one is named and no one is hurt. */
export function sampleEvent(n: number, setting: Setting): Event {
  const { random } = setting;
  const kind = random.weighted(KINDS);
  const place = placeFor(kind, setting);
  const by = sideFor(kind, place, random);
  const where = whereabouts(place, random);
  const happened = random.one(setting.days);
  const undated = random.percent(5);
  const until = minDay(UNTIL, addDays(happened, random.percent(10) ? random.whole(2, 10) : 1));
  const near = place !== undefined && setting.ground.front.includes(place);
  return {
    id: random.id('e', setting.taken) as EventId,
    kind,
    by,
    title: {
      en: `Synthetic event ${n} (${kindWords.en.kind[kind].toLowerCase()})`,
      uk: `Синтетична подія ${n} (${kindWords.uk.kind[kind].toLowerCase()})`,
    },
    note: NOTE,
    period: undated ? (random.percent(50) ? { until: addDays(happened, 1) } : {}) : { from: happened, until },
    ...where,
    theatre: place ? theatreOf(place) : 'ukraine',
    role: roleFor(kind, near),
    ...(kind === 'strike' ? { weapon: random.one(WEAPONS), target: random.one(TARGETS) } : {}),
    ...(kind === 'advance' && where.point && random.percent(50) ? { heading: random.whole(0, 359) } : {}),
    claims: claimsFor(undated ? happened : addDays(until, -1), setting),
  };
}

function placeFor(kind: EventKind, { ground, random }: Setting): Place | undefined {
  const coarse = random.next() * 100;
  if (coarse < 3) return undefined;
  if (coarse < 5) return random.one(ground.countries);
  if (coarse < 9) return random.one(ground.oblasts);
  switch (kind) {
    case 'clash':
    case 'advance':
      return random.steep(random.percent(92) ? ground.front : ground.russia);
    case 'strike':
      return random.steep(ground[random.weighted({ front: 45, rear: 40, russia: 15 })]);
    case 'diplomacy':
    case 'mission':
    case 'announcement':
      return random.steep(ground[random.weighted({ elsewhere: 60, rear: 30, russia: 10 })]);
    default:
      return random.steep(ground[random.weighted({ front: 40, rear: 40, russia: 10, elsewhere: 10 })]);
  }
}

function sideFor(kind: EventKind, place: Place | undefined, random: Random): Side {
  if (kind === 'diplomacy' || kind === 'mission')
    return random.weighted({ other: 70, ukraine: 20, russia: 8, unknown: 2 });
  if (place?.country === 'RU') return random.weighted({ ukraine: 80, russia: 10, unknown: 10, other: 0 });
  return random.weighted({ russia: 72, ukraine: 18, unknown: 8, other: 2 });
}

function roleFor(kind: EventKind, near: boolean): Event['role'] {
  if (kind === 'diplomacy' || kind === 'announcement') return 'political';
  if (near || kind === 'clash' || kind === 'advance') return 'front';
  return kind === 'strike' ? 'deep-strike' : 'rear';
}

/** A location as true as it may be known: by the metre beside the place, at it, or only the name of a region. */
function whereabouts(
  place: Place | undefined,
  random: Random,
): Pick<Event, 'point'> & Partial<Pick<Event, 'location'>> {
  if (!place) return { point: null };
  if (place.kind === 'oblast' || place.kind === 'country')
    return { point: null, location: { precision: place.kind, place: place.id } };
  const precision = random.weighted({ exact: 40, street: 15, settlement: 33, district: 12 });
  const radius_m = { exact: 50, street: 300, settlement: 3000, district: 15_000 }[precision];
  const reach = { exact: 6000, street: 2000, settlement: 0, district: 0 }[precision];
  return {
    point: beside(place.point, reach, random),
    location: { precision, radius_m, place: place.id },
  };
}

/** A point within so many metres, more likely near than far. */
function beside([lng, lat]: Position, reach: number, random: Random): Position {
  const [far, turn] = [reach * random.next(), 2 * Math.PI * random.next()];
  const m = metresPerDegree(lat);
  return [
    roundCoordinate(lng + (far * Math.cos(turn)) / m.lng),
    roundCoordinate(lat + (far * Math.sin(turn)) / m.lat),
  ];
}

/** Claims that add up to each level of evidence; some are denied. */
function claimsFor(last: Day, { reports, random }: Setting): Claim[] {
  const published = addDays(last, random.whole(0, LATEST));
  const [first, second] = reports.filter((r) => r.published.from === published);
  if (!first || !second) throw new Error(`there are no reports of ${published}`);
  const claim = (report: Report, more: Partial<Claim> = {}): Claim => ({
    aspect: 'occurred',
    says: 'reports',
    speaker: { name: SPEAKERS[report === first ? 0 : 1] },
    text: CLAIM,
    citation: { report: report.id },
    ...more,
  });
  const party = random.one(['russia', 'ukraine'] as const);
  const partySpeaks = (says: Claim['says']): Partial<Claim> => ({
    says,
    speaker: { name: { en: 'Synthetic speaker', uk: 'Синтетичний мовець' }, party },
  });
  const levels = {
    reported: [claim(first)],
    claimed: [claim(first, partySpeaks('claims'))],
    corroborated: [claim(first), claim(second)],
    geolocated: [claim(first), claim(second, { aspect: 'location', geolocation: true })],
  };
  const claims = levels[random.weighted({ reported: 35, claimed: 25, corroborated: 25, geolocated: 15 })];
  return random.percent(5) ? [...claims, claim(second, partySpeaks('denies'))] : claims;
}
