/** Why a figure cannot be told. */
export const UNKNOWN_REASONS = [
  'price',
  'lots',
  'quote',
  'levels',
  'limits',
  'money',
  'facts',
  'closing',
] as const
export type UnknownReason = (typeof UNKNOWN_REASONS)[number]

/** A figure that is told, or why it is not. */
export type Figure<Value> =
  | { readonly known: true; readonly value: Value }
  | { readonly known: false; readonly why: UnknownReason }

export function known<Value>(value: Value): Figure<Value> {
  return { known: true, value }
}

export function unknown(why: UnknownReason): Figure<never> {
  return { known: false, why }
}

/** Known where the number is finite. */
export function finite<Value extends number>(value: Value, why: UnknownReason): Figure<Value> {
  return Number.isFinite(value) ? known(value) : unknown(why)
}
