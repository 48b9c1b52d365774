import { longLots, shortLots } from '../../../core/domain/index.ts'
import type { State } from '../../../core/state/index.ts'

/** Every position in words: `rule 1 long SIM.cu`; `no positions` where there are none. */
export function holdings(state: Pick<State, 'positions' | 'owners' | 'instruments'>): string {
  const words: string[] = []
  for (const positions of state.positions) {
    for (const position of positions ?? []) {
      if (position === undefined) continue
      const owner = state.owners[position.owner]?.name ?? `owner ${position.owner}`
      const symbol = state.instruments[position.instrument]?.symbol ?? 'an unknown contract'
      const [long, short] = [longLots(position), shortLots(position)]
      if (long > 0) words.push(`${owner} ${long} long ${symbol}`)
      if (short > 0) words.push(`${owner} ${short} short ${symbol}`)
    }
  }
  return words.length === 0 ? 'no positions' : words.join(', ')
}
