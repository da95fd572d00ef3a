// The closed lists of words for events. Without the schemas, so that a browser can have them alone.

export const EVENT_KINDS = [
  'strike',
  'advance',
  'clash',
  'diplomacy',
  'mission',
  'incident',
  'detention',
  'announcement',
  'assessment',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** The side that acted. `other` is a side that is no party to the war. */
export const SIDES = ['russia', 'ukraine', 'other', 'unknown'] as const;
export type Side = (typeof SIDES)[number];

export const THEATRES = ['ukraine', 'russia', 'elsewhere'] as const;
export type Theatre = (typeof THEATRES)[number];
export const ROLES = ['front', 'deep-strike', 'rear', 'political'] as const;
export const WEAPONS = [
  'ballistic-missile',
  'cruise-missile',
  'drone',
  'glide-bomb',
  'artillery',
  'other',
  'unknown',
] as const;
export const TARGETS = [
  'energy',
  'military',
  'industry',
  'transport',
  'housing',
  'health',
  'other',
  'unknown',
] as const;

/** How exactly a location is known, from the finest to the coarsest. */
export const PRECISIONS = ['exact', 'street', 'settlement', 'district', 'oblast', 'country'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** What of an event a claim is about, and what its speaker does. */
export const ASPECTS = ['occurred', 'cause', 'target', 'pace', 'harm', 'location'] as const;
export const SAYS = ['reports', 'claims', 'confirms', 'denies'] as const;
