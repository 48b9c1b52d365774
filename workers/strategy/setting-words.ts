import type { Parameters } from '../../src/core/strategies/index.ts'

/** `enter 0.42 → 0.50, lots 1 → 3`; empty where they are the same. */
export function changesOf(before: Parameters, after: Parameters): string {
  return Object.keys(after)
    .filter((name) => before[name] !== after[name])
    .map((name) => `${name} ${alike(before[name], after[name])}`)
    .join(', ')
}

type Value = Parameters[string] | undefined

/** Numbers with as many decimals as the longer of them has. */
function alike(before: Value, after: Value): string {
  if (typeof before !== 'number' || typeof after !== 'number') return `${before} → ${after}`
  const decimals = Math.max(decimalsOf(before), decimalsOf(after))
  return decimals > 0
    ? `${before.toFixed(decimals)} → ${after.toFixed(decimals)}`
    : `${before} → ${after}`
}

function decimalsOf(value: number): number {
  return /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0
}
