import type { Mode } from '../contracts/index.ts'

/** What a person does to make one click send orders. */
export interface Arming {
  /**
   * `press`: one click. `typed-hold`: the profile's name, then a hold. `never`: no orders by hand.
   */
  readonly by: 'press' | 'typed-hold' | 'never'
  /** Milliseconds. */
  readonly hold: number
}

/** What a person gave. */
export interface ArmingGiven {
  readonly typed: string
  /** Milliseconds that it was held. */
  readonly held: number
}

const PRESS: Arming = { by: 'press', hold: 0 }
const TYPED_HOLD: Arming = { by: 'typed-hold', hold: 800 }
const NEVER: Arming = { by: 'never', hold: Infinity }

/** Real money asks for more than a click; so does a mode that is not known yet. */
export function armingOf(mode: Mode | undefined): Arming {
  switch (mode) {
    case 'simulated':
    case 'paper':
      return PRESS
    case 'live':
      return TYPED_HOLD
    case 'replay':
    case 'monitor':
    case undefined:
      return NEVER
  }
}

/** Whether what was given arms an account of that profile. */
export function isArmedBy(
  { by, hold }: Arming,
  profile: string,
  { typed, held }: ArmingGiven,
): boolean {
  if (by === 'press') return true
  return by === 'typed-hold' && profile !== '' && typed === profile && held >= hold
}
