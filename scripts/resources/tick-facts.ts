import type { MultiplierFact, TickFact } from '../../src/core/domain/index.ts'
import { dayOf, sourceOf } from './days.ts'
import type { RawValue } from './raw-products.ts'

/** 0.02 as 2 / 100. @throws RangeError when four decimals do not hold it. */
export function fraction(value: number): { readonly units: number; readonly scale: number } {
  for (const scale of [1, 10, 100, 1_000, 10_000]) {
    const units = Math.round(value * scale)
    if (Math.abs(units - value * scale) < 1e-9) return { units, scale }
  }
  throw new RangeError(`${value} has more than four decimals`)
}

/**
 * Since when each of several values holds. A change somewhere between two days is taken at the
 * last of them: the coarser step is a price on the finer one's grid as well, mostly.
 */
function validity(
  raw: RawValue,
  index: number,
): Pick<TickFact, 'from' | 'fromContract' | 'approximate' | 'note'> {
  if (raw.by_contract === true) {
    return index === 0 ? {} : { fromContract: 200_000 + Number(raw.contracts?.[0].slice(-4)) }
  }
  if (raw.valid_from !== undefined) return { from: dayOf(raw.valid_from) }
  if (raw.valid_from_between !== undefined) {
    const [after, until] = raw.valid_from_between
    return {
      from: dayOf(until),
      approximate: true,
      note: `changed on some day from ${after} to ${until}`,
    }
  }
  return {}
}

export function tickFacts(raw: readonly RawValue[]): readonly TickFact[] {
  return raw.map((value, index) => ({
    ...fraction(value.value),
    ...validity(value, index),
    source: sourceOf(value.source, value.notice),
  }))
}

export function multiplierFacts(raw: readonly RawValue[]): readonly MultiplierFact[] {
  return raw.map((value, index) => ({
    value: value.value,
    ...validity(value, index),
    source: sourceOf(value.source, value.notice),
  }))
}
