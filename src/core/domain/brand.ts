declare const brand: unique symbol

/** A primitive with a name of its own: two brands of the same primitive do not mix. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name }
