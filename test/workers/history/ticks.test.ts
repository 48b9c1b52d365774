import { expect, it } from 'vitest'
import type { InstrumentId, TradingDay } from '../../../src/core/domain/index.ts'
import { Ticks } from '../../../workers/history/ticks.ts'
import { DAY, INSTRUMENTS, marketQuote, START } from '../../core/engine/fixture/market.ts'

const ID = 0 as InstrumentId
const NO_DAY = 0 as TradingDay

function rig() {
  const written: (readonly [number, unknown])[] = []
  const ticks = new Ticks({
    tape: { mode: 'simulated', profile: 'test', runId: '' },
    instruments: INSTRUMENTS,
    add: (row) => {
      if (row.table !== 'market_ticks') return
      written.push([(row.ts - START) / 1e6, row.trading_day])
    },
  })
  const at = (second: number) => marketQuote({ at: START + second * 1e6 })
  return { ticks, written, at }
}

it('holds quotes that come before anybody knew their trading day, and writes them with it', () => {
  const { ticks, written, at } = rig()
  ticks.live(at(0), NO_DAY)
  ticks.live(at(1), NO_DAY)
  ticks.look()
  ticks.look()
  expect([written, ticks.isHeld(ID)]).toEqual([[], true])
  ticks.turn(DAY)
  ticks.live(at(2), DAY)
  expect(written).toEqual([
    [0, DAY],
    [1, DAY],
    [2, DAY],
  ])
})

it('holds those that were missed and told by one that does not know the day', () => {
  const { ticks, written, at } = rig()
  ticks.hold(ID)
  ticks.live(at(1), NO_DAY)
  ticks.fill(ID, [at(0)], NO_DAY)
  expect(written).toEqual([])
  ticks.turn(DAY)
  expect(written).toEqual([
    [0, DAY],
    [1, DAY],
  ])
})

it('counts what it held at its end without ever being told the day', () => {
  const { ticks, written, at } = rig()
  ticks.live(at(0), NO_DAY)
  ticks.end()
  expect([written, ticks.undated]).toEqual([[], 1])
})
