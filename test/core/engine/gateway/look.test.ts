import { describe, expect, it } from 'vitest'
import type { Micros } from '../../../../src/core/domain/index.ts'
import type { Rig } from '../fixture/rig.ts'
import { tradingRig } from '../fixture/rig.ts'

/** Time passes by the process's own timer alone, as when the exchange has frozen. */
function frozen(rig: Rig, milliseconds: number): void {
  for (let passed = 0; passed < milliseconds; passed += 50) {
    rig.now = (rig.now + 50_000) as Micros
    rig.run(rig.gateway.process({ kind: 'look' }, rig.now))
  }
}

describe("the process's own timer", () => {
  it('is no sign of life of the feed: what a frozen exchange last said grows stale', () => {
    const rig = tradingRig()
    frozen(rig, 1_000)
    rig.intent({ id: 'a' })
    frozen(rig, 50)
    rig.intent({ id: 'b', limit: 4_980 })
    expect(rig.take().filter((line) => line.startsWith('ack'))).toEqual([
      'ack a accepted',
      'ack b refused risk.stale',
    ])
  })

  it('has the venue asked after an order that it does not answer', () => {
    const rig = tradingRig()
    rig.intent()
    rig.take()
    frozen(rig, 600)
    expect(rig.take()).toEqual(['order o1 unknown 0/2', 'query o1'])
  })

  it('tells that nobody watches any more', () => {
    const rig = tradingRig()
    rig.run(rig.gateway.process({ kind: 'watch' }, rig.now))
    frozen(rig, 1_100)
    expect(rig.take()).toEqual(['state reducing (silence)'])
  })
})
