import { expect, it } from 'vitest'
import { saying } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { quotesCondition } from '../../../src/renderer/panels/listing/list-condition.ts'
import { marketCondition } from '../../../src/renderer/panels/ticket/market-condition.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { SILVER, START, marketQuote } from '../../core/engine/fixture/market.ts'
import { trading } from '../../core/engine/fixture/gate.ts'
import { DeskRig } from '../desk/desk-rig.ts'

const FOLLOWED = { line: 'following', silent: false, staleSince: NaN as Micros } as const
const LOST = { line: 'lost', silent: false, staleSince: START } as const

function opened(mode?: 'replay') {
  const rig = new DeskRig(START, mode)
  const replica = rig.opens()
  replica.state.trading = trading('active')
  const gateway = replica.sources.get('gateway')!
  const stands = (change: Partial<typeof gateway.standing>): void =>
    rig.stands({ ...gateway.standing, ...change })
  stands({ ...FOLLOWED, missed: NaN })
  rig.quote(marketQuote({ at: START }))
  const t = translator('en')
  const shown = () => [marketCondition(rig.desk, SILVER, t), quotesCondition(rig.desk, t)]
  const notes = (...codes: readonly 'beat.quotes-missing'[]): void =>
    rig.beat(
      'gateway',
      codes.map((code) => saying(code)),
    )
  return { rig, stands, shown, notes }
}

const FINE = { kind: 'fine' }
const gap = (missed: number) => ({ kind: 'gap', missed })

it('says that quotes are missing from when they are until it is known how things stand', () => {
  const { stands, shown } = opened()
  const before = shown()
  stands(LOST)
  const some = shown()
  stands({ ...LOST, missed: 3 })
  const counted = shown()
  stands({ ...FOLLOWED, missed: NaN })
  expect([before, some, counted, shown()]).toEqual(
    [FINE, gap(NaN), gap(3), FINE].map((each) => [each, each]),
  )
})

it('says so in a replay too, where nobody trades by hand', () => {
  const { stands, shown } = opened('replay')
  stands({ ...LOST, missed: 12 })
  expect(shown()).toEqual([gap(12), gap(12)])
})

it('says it of what the gateway itself missed of the market, which nobody counts', () => {
  const { notes, shown } = opened()
  notes('beat.quotes-missing')
  const missing = shown()
  notes()
  expect([missing, shown()]).toEqual([
    [gap(NaN), gap(NaN)],
    [FINE, FINE],
  ])
})

it('leaves the word to a silence, which is worse', () => {
  const { stands, shown } = opened()
  stands({ ...LOST, silent: true, missed: 3 })
  expect(shown().map(({ kind }) => kind)).toEqual(['disconnected', 'disconnected'])
})

it('is one gap in the status bar, however often it is told', () => {
  const { rig, stands } = opened()
  stands(LOST)
  stands({ ...LOST, missed: 3 })
  stands({ ...FOLLOWED, missed: NaN })
  const one = rig.desk.gaps
  stands(LOST)
  expect([one, rig.desk.gaps]).toEqual([1, 2])
})
