import type { PanelName } from '../panels/index.ts'

/** Pixels at compact density, or a share of what the others leave. */
export type Extent = number | `${number}fr`

/** How panels share a place. Splits alternate: what is across holds tabs and what is down. */
export type Tree =
  | { readonly split: 'across' | 'down'; readonly parts: readonly Part[] }
  | { readonly tabs: readonly PanelName[] }

export interface Part {
  readonly size: Extent
  readonly tree: Tree
}

type Row = readonly [Extent, Tree]

export function across(...rows: readonly Row[]): Tree {
  return { split: 'across', parts: rows.map(([size, tree]) => ({ size, tree })) }
}

export function down(...rows: readonly Row[]): Tree {
  return { split: 'down', parts: rows.map(([size, tree]) => ({ size, tree })) }
}

/** The first of them is on top. */
export function tabs(...names: readonly PanelName[]): Tree {
  return { tabs: names }
}

/** What panels that take what is left get at least, where fixed ones would leave less. */
const LEAST = 120

/** @param scale of fixed sizes. @returns whole pixels that fill `length`, where it is enough. */
export function shareOut(sizes: readonly Extent[], length: number, scale: number): number[] {
  const shares = sizes.map((size) => (typeof size === 'number' ? 0 : Number.parseFloat(size)))
  const wanted = sizes.map((size) => (typeof size === 'number' ? Math.round(size * scale) : 0))
  const asked = sum(wanted)
  const kept = LEAST * shares.filter((share) => share > 0).length
  const shrink = asked > 0 ? Math.min(1, Math.max(0, length - kept) / asked) : 1
  const fixed = wanted.map((size) => Math.round(size * shrink))
  const left = Math.max(0, length - sum(fixed))
  const whole = sum(shares)
  const out = fixed.map((size, index) => {
    const share = shares[index] ?? 0
    return share > 0 ? Math.round((left * share) / whole) : size
  })
  // What rounding took or gave goes to the last one that may vary.
  const last = shares.findLastIndex((share) => share > 0)
  const place = last < 0 ? out.length - 1 : last
  out[place] = (out[place] ?? 0) + Math.max(0, length) - sum(out)
  return out
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0)
}
