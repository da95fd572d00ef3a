/** Coordinates are kept to a millionth of a degree, about 0.1 m. */
export const SCALE = 1_000_000;

/** Round half away from zero, so that east and west, north and south are treated alike. */
export const roundHalfAway = (x: number): number => Math.sign(x) * Math.round(Math.abs(x));

/** A coordinate at the door: to 1e-6 degree. Never returns -0. */
export const roundCoordinate = (degrees: number): number => roundHalfAway(degrees * SCALE) / SCALE + 0;
