/**
 * Seeded numbers for markets and faults: sfc32 (Chris Doty-Humphrey, PractRand), a 128-bit state
 * of four 32-bit words. The state can be kept and restored, so that a run goes on where it ended.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform whole number in [0, bound). */
  below(bound: number): number
  /** Standard normal, Box and Muller, one of the pair (the state holds no half-used pair). */
  normal(): number
  /** Exponential with the given mean. */
  exponential(mean: number): number
  state(): RandomState
}

export type RandomState = readonly [number, number, number, number]

export function seeded(seed: number): Random {
  const random = restored([seed | 0, 0x9e3779b9 | 0, 0x243f6a88 | 0, 1])
  for (let i = 0; i < 15; i++) random.next()
  return random
}

export function restored(state: RandomState): Random {
  let [a, b, c, counter] = state
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 4_294_967_296
  }
  return {
    next,
    below: (bound) => Math.floor(next() * bound),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    state: () => [a, b, c, counter],
  }
}
