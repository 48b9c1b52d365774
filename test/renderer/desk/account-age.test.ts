import { expect, it } from 'vitest'
import type { BeatFact } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { entryOf, entryWords } from '../../../src/renderer/panels/ticket/entry-of.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { marketQuote, SILVER, START } from '../../core/engine/fixture/market.ts'
import { trading } from '../../core/engine/fixture/gate.ts'
import { DeskRig, beatAt } from './desk-rig.ts'

/** A window that trades on a gateway which has just beaten. */
function trades() {
  const rig = new DeskRig(START)
  const replica = rig.opens()
  const { standing } = replica.sources.get('gateway')!
  rig.stands({ ...standing, line: 'following', silent: false, staleSince: NaN as Micros })
  replica.state.trading = trading('active')
  rig.beat('gateway')
  return rig
}

function beats(rig: DeskRig, ready: boolean): void {
  const fact: BeatFact = { ...beatAt(rig.now), ready }
  rig.tell('gateway', fact)
}

it('counts from the beat of a gateway that does its work, whether the account changed or not', () => {
  const rig = trades()
  const ages = [rig.desk.accountAge()]
  for (const wait of [250_000, 250_000]) {
    rig.now += wait
    ages.push(rig.desk.accountAge())
    rig.beat('gateway')
  }
  rig.now += 2_400_000
  expect([...ages, rig.desk.accountAge()]).toEqual([0, 250_000, 250_000, 2_400_000])
})

it('goes on while the gateway beats, but is kept from its venue or its journal', () => {
  const rig = trades()
  rig.now += 1_500_000
  beats(rig, false)
  rig.now += 1_000_000
  const without = rig.desk.accountAge()
  beats(rig, true)
  expect([without, rig.desk.accountAge()]).toEqual([2_500_000, 0])
})

it('is nobody’s knowledge before the first beat, nor after everything began anew', () => {
  const rig = new DeskRig(START)
  rig.opens()
  const before = rig.desk.accountAge()
  rig.beat('gateway')
  const heard = rig.desk.accountAge()
  rig.opens()
  expect([before, heard, rig.desk.accountAge()]).toEqual([NaN, 0, NaN])
})

it('over two seconds keeps orders from adding exposure, and says so in either language', () => {
  const rig = trades()
  const t = [translator('en'), translator('zh')] as const
  const said = (): readonly string[] => {
    rig.quote({ ...marketQuote(), at: rig.desk.sessionNow() })
    const bar = entryOf(rig.desk, SILVER)
    return bar === undefined ? ['on'] : [bar.scope, ...t.map((each) => entryWords(each, bar))]
  }
  const fresh = said()
  for (let count = 0; count < 5; count++) {
    rig.now += 500_000
    beats(rig, false)
  }
  const old = said()
  beats(rig, true)
  expect([fresh, old, said()]).toEqual([
    ['on'],
    [
      'opening',
      'the account is 2.5s old, over 2.0s; closing is possible',
      '资金账户为 2.5s 前，超过 2.0s；仍可平仓',
    ],
    ['on'],
  ])
})
