import type { Instrument } from '../../core/domain/index.ts'
import type { Letter } from './focus.ts'
import { useSelected } from './use-selected.ts'
import { useLinked } from './window-context.ts'

interface LinkedInstrument {
  /** Undefined before any is known. */
  readonly symbol: string | undefined
  /** Undefined where nothing of that name trades here. */
  readonly instrument: Instrument | undefined
}

/**
 * What panels of a letter show. The instrument stays the very same object while it is told anew
 * without a change, as it is on every line that begins anew: a picture of it is kept then.
 */
export function useLinkedInstrument(letter: Letter): LinkedInstrument {
  const symbol = useLinked(letter)
  const instrument = useSelected(['directory', 'link'], (desk) =>
    symbol === undefined ? undefined : desk.instrument(symbol),
  )
  return { symbol, instrument }
}
