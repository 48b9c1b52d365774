import { expect, it } from 'vitest'
import { saying } from '../../../src/core/contracts/index.ts'
import type { ChipName } from '../../../src/core/desk/chips.ts'
import { CHIPS } from '../../../src/core/desk/chips.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { chipRows } from '../../../src/renderer/bars/chip-rows.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { marketQuote, START } from '../../core/engine/fixture/market.ts'
import { trading } from '../../core/engine/fixture/gate.ts'
import { DeskRig } from '../desk/desk-rig.ts'

/** A window with a gateway that was heard just now, and a tick half a second later. */
function opened() {
  const rig = new DeskRig(START)
  const replica = rig.opens()
  const { standing } = replica.sources.get('gateway')!
  rig.stands({ ...standing, line: 'following', silent: false, staleSince: NaN as Micros })
  replica.state.trading = trading('reducing')
  rig.beat('gateway')
  rig.now += 500_000
  rig.quote({ ...marketQuote(), at: rig.desk.sessionNow() })
  const facts = (name: ChipName, language: 'en' | 'zh' = 'en') =>
    Object.fromEntries(chipRows(rig.desk, name, translator(language)))
  return { rig, facts }
}

it('says how old the newest tick is, however long ago the gateway beat', () => {
  const { rig, facts } = opened()
  rig.now += 1_000_000
  expect(facts('feed')).toMatchObject({ 'Age of the newest tick': '1.0s' })
  expect(facts('feed', 'zh')).toMatchObject({ 最新一笔行情距今: '1.0s' })
})

it('says when the gateway beat last, what it waits for, and how old the account is', () => {
  const { rig, facts } = opened()
  rig.beat('gateway', [saying('beat.starting')])
  rig.now += 700_000
  expect(facts('gateway')).toMatchObject({
    'Last beat of gateway': '0.7s ago · starting',
    'Age of the account (limit 2.0s)': '0.7s',
  })
})

it('says what trading is limited to, and why', () => {
  const { facts } = opened()
  expect(facts('orders')).toMatchObject({
    Trading: expect.stringMatching(/^Reduce only · /) as string,
    Why: 'a test',
  })
})

it('marks the beat of a strategy that is not heard', () => {
  const { rig, facts } = opened()
  const { standing } = rig.desk.replica!.sources.get('strategy.alpha')!
  rig.beat('strategy.alpha')
  rig.stands({ ...standing, line: 'following', silent: true, staleSince: rig.now as Micros })
  rig.now += 3_000_000
  expect(facts('strategies')).toEqual({ 'strategy.alpha': 'Running · ◷ 3.0s ago' })
})

it('tells no figure of a gateway that is not heard: it was so then', () => {
  const { rig, facts } = opened()
  const { standing } = rig.desk.replica!.sources.get('gateway')!
  const rate = () => facts('feed')['Ticks a second']
  rig.beat('gateway', [], { 'quotes.per_second': 6 })
  expect(rate()).toBe('6.0')
  rig.stands({ ...standing, silent: true, staleSince: rig.now as Micros })
  expect(rate()).toBe('–')
})

it('has something to say of each in either language, known or not', () => {
  const { facts } = opened()
  for (const name of CHIPS) {
    const [en, zh] = [facts(name), facts(name, 'zh')]
    expect(Object.keys(en).length).toBeGreaterThan(0)
    expect(Object.keys(zh).length).toBe(Object.keys(en).length)
    expect(Object.values({ ...en, ...zh }).join()).not.toMatch(/NaN|undefined|\{/)
  }
})
