import { expect, it } from 'vitest'
import { saying } from '../../../../src/core/contracts/index.ts'
import { marketLossesOf } from '../../../../src/renderer/panels/chart/market-losses.ts'
import { START, marketQuote } from '../../../core/engine/fixture/market.ts'
import { replicaFixture } from '../../../core/replica/replica-fixture.ts'
import { DeskRig, beatAt } from '../../desk/desk-rig.ts'

const SECOND = 1_000_000

function rigged() {
  const rig = new DeskRig(START)
  const losses = marketLossesOf(rig.desk)
  rig.opens()
  const quote = (second: number): void => rig.quote(marketQuote({ at: START + second * SECOND }))
  const misses = (): void => rig.beat('gateway', [saying('beat.quotes-missing')])
  return { rig, losses, quote, misses }
}

it('are kept with the session time of the newest quote, once each, until the gateway follows', () => {
  const { rig, losses, quote, misses } = rigged()
  quote(1)
  rig.beat('gateway')
  const before = [...losses.at]
  misses()
  misses()
  const during = losses.isOpen
  rig.beat('gateway')
  quote(5)
  misses()
  expect([before, during, losses.at.map((at) => (at - START) / SECOND)]).toEqual([[], true, [1, 5]])
})

it('are those of the gateway alone, whatever another process misses', () => {
  const { rig, losses, quote } = rigged()
  quote(1)
  rig.beat('exchange', [saying('beat.quotes-missing')])
  expect([losses.at, losses.isOpen]).toEqual([[], false])
})

it('outlive a window that begins anew on the same run', () => {
  const { rig, losses, quote, misses } = rigged()
  quote(1)
  misses()
  rig.beat('gateway')
  rig.opens()
  expect(losses.at.length).toBe(1)
})

it('are void in another run, whose ticks are others', () => {
  const { rig, losses, quote, misses } = rigged()
  quote(1)
  misses()
  Object.assign(rig.desk.session, { opening: { origin: { mode: 'replay' }, runId: 'another' } })
  rig.opens()
  expect(losses.at).toEqual([])
})

it('are known to a window that opens while quotes are missing', () => {
  const { rig, losses } = rigged()
  const replica = replicaFixture()
  const source = replica.sources.get(replica.gateway)
  if (source !== undefined) {
    source.beat = { ...beatAt(START), notes: [saying('beat.quotes-missing')] }
  }
  rig.opens(replica)
  expect([losses.isOpen, losses.at.length]).toEqual([true, 1])
})
