import { expect, it } from 'vitest'
import type { Instrument, InstrumentId } from '../../../../src/core/domain/index.ts'
import { createState } from '../../../../src/core/state/index.ts'
import { instrumentNotes } from '../../../../src/main/app/processes/instrument-notes.ts'
import { strategiesOf } from '../../../../src/main/app/processes/specs.ts'
import { instrumentFixture } from '../../../core/instrument-fixture.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'
import { saying, asSaid } from '../../../../src/core/contracts/index.ts'

const strategies = strategiesOf(settingsFixture({ data: '/d' }))

const FEE = saying('instrument.no-fact', { fact: saying('fact.fee'), day: 20_201_015 })

function told(instruments: readonly Instrument[]) {
  const state = createState()
  for (const each of instruments) state.instruments[each.id] = each
  return instrumentNotes({ state }, strategies)
}

it('tells what is only roughly known of what strategies trade', () => {
  const rough = instrumentFixture({ notes: [FEE, asSaid('margin')] })
  const untraded = instrumentFixture({
    id: 1 as InstrumentId,
    tradable: false,
    notes: [asSaid('unknown')],
  })
  const built = instrumentFixture({ exchange: 'SIM', notes: [asSaid('made up')] })
  expect([told([]), told([rough, untraded]), told([built])]).toEqual([
    undefined,
    [saying('instrument.notes', { symbol: 'SHFE.ag2012', notes: [FEE, asSaid('margin')] })],
    [],
  ])
})
