import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CommandReply } from '../../../src/core/contracts/window.ts'
import type { Order } from '../../../src/core/domain/index.ts'
import { HAND } from '../../../src/core/domain/index.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import { flattenSymbol } from '../../../src/renderer/panels/ticket/flatten-symbol.ts'
import { hold } from '../../core/engine/fixture/gate.ts'
import { INSTRUMENTS, marketQuote, SILVER, START } from '../../core/engine/fixture/market.ts'
import { orderFact } from '../../core/state/state-fixture.ts'
import { ACCEPTED, DeskRig } from '../desk/desk-rig.ts'

const OTHER = INSTRUMENTS[1]
const REFUSED: CommandReply = { ...ACCEPTED, outcome: 'refused', code: 'risk.state' }

/** The hand is long three lots of silver and has an order for more of it at work. */
function opened() {
  const rig = new DeskRig(START)
  const begin = (): Replica => {
    const replica = rig.opens()
    for (const { id } of INSTRUMENTS) rig.quote(marketQuote({ instrument: id }))
    hold(replica as never, [3, 0, 0, 0], SILVER.id, HAND)
    hold(replica as never, [2, 0, 0, 0], OTHER.id, HAND)
    return replica
  }
  begin()
  const order = (changes: Partial<Order> = {}): void =>
    rig.tell('gateway', orderFact({ owner: HAND, updatedAt: START, ...changes }))
  order()
  const asked = (): readonly string[] => rig.asked.map(({ name }) => name)
  const answer = async (reply = ACCEPTED): Promise<void> => {
    for (const each of rig.asked) each.answer(reply)
    await vi.advanceTimersByTimeAsync(0)
  }
  return { rig, begin, order, asked, answer }
}

describe('taking the hand out of a symbol', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('takes its orders back, and closes its lots once those are gone', async () => {
    const { rig, order, asked, answer } = opened()
    const flattening = flattenSymbol(rig.desk, SILVER)
    await answer()
    const first = asked()
    order({ status: 'cancelled' })
    await answer()
    await answer()
    const { body } = rig.asked[1]!
    expect([first, asked(), body, await flattening]).toMatchObject([
      ['order.cancel'],
      ['order.cancel', 'order.submit'],
      { instrument: SILVER.id, side: 'sell', volume: 3 },
      undefined,
    ])
  })

  it('is the same one where it is asked for again while it goes on: lots close once', async () => {
    const { rig, order, asked, answer } = opened()
    const runs = [flattenSymbol(rig.desk, SILVER), flattenSymbol(rig.desk, SILVER)]
    await answer()
    runs.push(flattenSymbol(rig.desk, SILVER))
    order({ status: 'cancelled' })
    await answer()
    runs.push(flattenSymbol(rig.desk, SILVER))
    await answer()
    expect(asked()).toEqual(['order.cancel', 'order.submit'])
    expect(await Promise.all(runs)).toEqual([undefined, undefined, undefined, undefined])
  })

  it('may be asked for anew once it ended, however it did', async () => {
    const { rig, order, asked, answer } = opened()
    order({ status: 'cancelled' })
    const first = flattenSymbol(rig.desk, SILVER)
    await answer()
    await answer(REFUSED)
    const second = flattenSymbol(rig.desk, SILVER)
    await answer()
    await answer()
    expect([await first, await second, asked()]).toEqual([
      REFUSED,
      undefined,
      ['order.submit', 'order.submit'],
    ])
  })

  it('ends with the first order that is refused, and says why', async () => {
    const { rig, order, answer } = opened()
    order({ status: 'cancelled' })
    const flattening = flattenSymbol(rig.desk, SILVER)
    await vi.advanceTimersByTimeAsync(0)
    await answer(REFUSED)
    expect(await flattening).toEqual(REFUSED)
  })

  it('goes on in one symbol while it goes on in another', async () => {
    const { rig, asked, answer } = opened()
    void flattenSymbol(rig.desk, SILVER)
    const other = flattenSymbol(rig.desk, OTHER)
    await vi.advanceTimersByTimeAsync(0)
    await answer()
    const { body } = rig.asked[1]!
    expect([asked(), body, await other]).toMatchObject([
      ['order.cancel', 'order.submit'],
      { instrument: OTHER.id },
      undefined,
    ])
  })

  it('waits three seconds for orders to be gone, and no longer', async () => {
    const { rig, asked, answer } = opened()
    void flattenSymbol(rig.desk, SILVER)
    await answer()
    await vi.advanceTimersByTimeAsync(2_999)
    const before = asked()
    await vi.advanceTimersByTimeAsync(1)
    expect([before, asked()]).toEqual([['order.cancel'], ['order.cancel', 'order.submit']])
  })

  it('closes what the books say that take the place of those it began with', async () => {
    const { rig, begin, answer } = opened()
    void flattenSymbol(rig.desk, SILVER)
    await answer()
    const replica = begin()
    hold(replica as never, [1, 0, 0, 0], SILVER.id, HAND)
    await vi.advanceTimersByTimeAsync(0)
    expect(rig.asked.slice(1).map(({ body }) => body)).toMatchObject([{ volume: 1 }])
  })
})
