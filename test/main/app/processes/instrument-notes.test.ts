import { expect, it } from 'vitest'
import type { Instrument, InstrumentId } from '../../../../src/core/domain/index.ts'
import { createState } from '../../../../src/core/state/index.ts'
import { instrumentNotes } from '../../../../src/main/app/processes/instrument-notes.ts'
import { strategiesOf } from '../../../../src/main/app/processes/specs.ts'
import { instrumentFixture } from '../../../core/instrument-fixture.ts'
import { settingsFixture } from '../one-process/run-fixture.ts'

const strategies = strategiesOf(settingsFixture({ data: '/d' }))

function told(instruments: readonly Instrument[]) {
  const state = createState()
  for (const each of instruments) state.instruments[each.id] = each
  return instrumentNotes({ state }, strategies)
}

it('tells what is only roughly known of what strategies trade', () => {
  const rough = instrumentFixture({ notes: ['fee', 'margin'] })
  const untraded = instrumentFixture({ id: 1 as InstrumentId, tradable: false, notes: ['unknown'] })
  const built = instrumentFixture({ exchange: 'SIM', notes: ['made up'] })
  expect([told([]), told([rough, untraded]), told([built])]).toEqual([
    undefined,
    ['SHFE.ag2012: fee; margin'],
    [],
  ])
})
