import { describe, expect, it } from 'vitest'
import { asSaid } from '../../../../src/core/contracts/index.ts'
import type { StateCause } from '../../../../src/core/contracts/index.ts'
import type { IntentId, Lots, Micros, SenderId } from '../../../../src/core/domain/index.ts'
import { ChartData } from '../../../../src/renderer/panels/chart/chart-data.ts'
import { DeskRig } from '../../desk/desk-rig.ts'

const SECOND = 1_000_000

function chart() {
  const rig = new DeskRig(100 * SECOND)
  const { state } = rig.opens()
  const instrument = state.instruments.find((each) => each !== undefined)!
  const owner = state.owners.findLast((each) => each !== undefined)!.id
  let at = state.trading.at
  const next = (): Micros => (at = (at + SECOND) as Micros)
  const open = (): ChartData => new ChartData(rig.desk, instrument, 5 * SECOND, () => undefined)
  return {
    open,
    wants: (lots: number) =>
      rig.tell('gateway', {
        kind: 'target',
        at: next(),
        intent: 'i' as IntentId,
        sender: 'rule' as SenderId,
        owner,
        instrument: instrument.id,
        target: lots as Lots,
        style: 'cross',
      }),
    halts: (cause: StateCause) =>
      rig.tell('gateway', {
        kind: 'state',
        at: next(),
        state: 'halted',
        cause,
        reason: asSaid('a test'),
        person: '',
      }),
  }
}

const wanted = (data: ChartData): number => data.wanted.valueAt(Infinity)

describe('what a chart says owners want', () => {
  it('is nothing any more once a person halted', () => {
    const { open, wants, halts } = chart()
    const data = open()
    wants(-1)
    const before = wanted(data)
    halts('person')
    expect([before, wanted(data)]).toEqual([-1, NaN])
  })

  it('stays while a halt keeps it, as one for a silent exchange does', () => {
    const { open, wants, halts } = chart()
    const data = open()
    wants(2)
    halts('silence')
    expect(wanted(data)).toBe(2)
  })

  it('is nothing in a chart that is opened after the halt', () => {
    const { open, wants, halts } = chart()
    wants(1)
    halts('person')
    expect(wanted(open())).toBeNaN()
  })
})
