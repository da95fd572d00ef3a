declare const brand: unique symbol;

/** A plain value that only its schema can make, so that a place's id cannot reach an event's door. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
