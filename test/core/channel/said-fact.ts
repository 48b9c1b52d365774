import type { Fact } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { InstrumentId, Lots, Micros, OwnerId } from '../../../src/core/domain/index.ts'
import { instrumentFixture } from '../instrument-fixture.ts'

export type SaidKind = 'health' | 'time' | 'decision' | 'directory'

/** A fact that tells which one it is, as far as its kind can. */
export function factOf(kind: SaidKind, number: number): Fact {
  const at = number as Micros
  switch (kind) {
    case 'time':
      return { kind, at }
    case 'health':
      return { kind, at, ok: true, saying: asSaid(`number ${number}`) }
    case 'directory':
      return { kind, instruments: [instrumentFixture()], owners: [] }
    case 'decision': {
      const [owner, instrument, target] = [0 as OwnerId, 0 as InstrumentId, 0 as Lots]
      return { kind, at, owner, instrument, target, why: asSaid('') }
    }
  }
}
