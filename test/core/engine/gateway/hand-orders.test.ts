import { describe, expect, it } from 'vitest'
import type { Rig } from '../fixture/rig.ts'
import { tradingRig } from '../fixture/rig.ts'

function amending(fields: object = {}): Rig {
  const rig = tradingRig()
  rig.intent({ volume: 4, ...fields })
  rig.accept(1)
  rig.take()
  return rig
}

const acks = (rig: Rig) => rig.take().filter((line) => line.startsWith('ack'))

describe('an amend', () => {
  it('cancels, and sends what is left at the new price once the cancel is confirmed', () => {
    const rig = amending()
    rig.command('Amend', { order: rig.id(1), limit: 4_995 })
    const asked = rig.take()
    rig.fill(1, 1, 4_990)
    const partly = rig.take()
    rig.cancelled(1)
    expect([asked, partly, rig.take()]).toEqual([
      ['order o1 working 0/4 cancelling', 'cancel o1', 'ack c2 accepted'],
      ['fill o1 1 at 4990', 'order o1 working 1/4 cancelling'],
      ['order o1 cancelled 1/4', 'order o2 pending 0/3', 'send o2 buy open 3 at 4995 limit'],
    ])
    expect(rig.order(2).intent).toBe('c2')
  })

  it('sends nothing when the order filled meanwhile', () => {
    const rig = amending()
    rig.command('Amend', { order: rig.id(1), limit: 4_995 })
    rig.fill(1, 4, 4_990)
    expect([rig.working(), rig.take().some((line) => line.startsWith('send'))]).toEqual([[], false])
  })

  it('sends nothing when the venue rejects the order that was to be moved', () => {
    const rig = tradingRig()
    rig.intent()
    rig.command('Amend', { order: rig.id(1), limit: 4_995 })
    rig.tell('rejected', { order: rig.id(1), code: 'venue.funds', message: 'too poor' })
    expect([rig.working(), rig.order(1).status]).toEqual([[], 'rejected'])
  })

  it.each([
    [5_400, 'risk.collar'],
    [5_501, 'risk.price-limit'],
  ])('leaves the order alone where the gate has something against a price of %i', (limit, code) => {
    const rig = amending()
    rig.command('Amend', { order: rig.id(1), limit })
    expect([rig.take(), rig.working()]).toEqual([[`ack c2 refused ${code}`], ['o1']])
  })

  it('tells that the gate refused the new order, as the market moved meanwhile', () => {
    const rig = amending()
    rig.command('Amend', { order: rig.id(1), limit: 5_010 })
    rig.quote({ last: 4_700, bid: 4_700, ask: 4_701 })
    rig.cancelled(1)
    expect(acks(rig)).toEqual(['ack c2 accepted', 'ack c2 refused risk.collar'])
  })

  it('is given up by a halt', () => {
    const rig = amending()
    rig.command('Amend', { order: rig.id(1), limit: 4_995 })
    rig.command('Halt')
    rig.command('Unlock')
    rig.cancelled(1)
    expect(rig.working()).toEqual([])
  })

  it('is given up by a cancel of its order', () => {
    const rig = amending()
    rig.command('Amend', { order: rig.id(1), limit: 4_995 })
    rig.command('Cancel', { order: rig.id(1) })
    rig.cancelled(1)
    expect(rig.working()).toEqual([])
  })

  it.each([NaN, Infinity, 4_995.5, 0, -1])(
    'leaves the order alone where its price is %s',
    (limit) => {
      const rig = amending()
      rig.command('Amend', { order: rig.id(1), limit })
      expect([rig.take(), rig.working()]).toEqual([['ack c2 refused risk.price'], ['o1']])
    },
  )

  it("is refused for a strategy's order, and for one that is over", () => {
    const rig = amending()
    rig.target(1)
    rig.accept(2)
    rig.cancelled(1)
    rig.take()
    rig.command('Amend', { order: rig.id(2), limit: 4_995 })
    rig.command('Amend', { order: rig.id(1), limit: 4_995 })
    expect(acks(rig)).toEqual([
      'ack c3 refused command.sender',
      'ack c4 refused command.unknown-order',
    ])
  })
})

describe('a market order', () => {
  it.each([
    ['buy', 5_051],
    ['sell', 4_950],
  ])('to %s becomes a FAK at the collar where the product knows none', (side, limit) => {
    const rig = tradingRig()
    rig.intent({ side, orderKind: 'market', limit: NaN })
    expect(rig.take()).toContain(`send o1 ${side} open 2 at ${limit} fak`)
  })

  it.each([
    ['buy', { upper: 5_020 }, 5_020],
    ['sell', { lower: 4_990 }, 4_990],
  ])('to %s stays inside the price limits', (side, market, limit) => {
    const rig = tradingRig()
    rig.quote(market)
    rig.intent({ side, orderKind: 'market', limit: NaN })
    expect(rig.take()).toContain(`send o1 ${side} open 2 at ${limit} fak`)
  })

  it.each([
    ['buy', { bid: 5_059, ask: 5_060 }, 5_110],
    ['sell', { bid: 5_060, ask: 5_061 }, 5_010],
  ])('to %s is rounded to the inside of the collar', (side, market, limit) => {
    const rig = tradingRig()
    rig.quote(market)
    rig.intent({ side, orderKind: 'market', limit: NaN })
    expect(rig.take()).toContain(`send o1 ${side} open 2 at ${limit} fak`)
  })

  it('stays one where the product knows them', () => {
    const rig = tradingRig()
    rig.intent({ instrument: 1, orderKind: 'market', limit: NaN })
    expect(rig.take()).toContain('send o1 buy open 2 at market')
  })

  it('is refused where there is no price', () => {
    const rig = tradingRig()
    rig.quote({ bid: NaN, ask: NaN, last: NaN })
    rig.intent({ orderKind: 'market', limit: NaN })
    expect(acks(rig)).toEqual(['ack c1 refused risk.price'])
  })
})

describe('an order by hand that leaves its offset to the gateway', () => {
  const auto = { side: 'sell', offset: 'auto', limit: 5_000 }

  it.each([
    ['opens where nothing is held', 0, 2, 'send o1 sell open 2 at 5000 limit'],
    ["closes today's lots", 2, 2, 'send o2 sell closeToday 2 at 5000 limit'],
  ])('%s', (_name, held, volume, line) => {
    const rig = tradingRig()
    if (held > 0) {
      rig.intent({ volume: held, limit: 5_001 })
      rig.fill(1, held)
    }
    rig.intent({ ...auto, volume })
    expect(rig.take()).toContain(line)
  })

  it('closes older lots', () => {
    const rig = tradingRig()
    rig.intent({ limit: 5_001 })
    rig.fill(1, 2)
    rig.settle()
    rig.intent(auto)
    expect(rig.take()).toContain('send o2 sell close 2 at 5000 limit')
  })

  it('is refused where one order cannot close it all', () => {
    const rig = tradingRig()
    rig.intent({ limit: 5_001 })
    rig.fill(1, 2)
    rig.take()
    rig.intent({ ...auto, volume: 3 })
    expect(acks(rig)).toEqual(['ack c2 refused risk.close-volume'])
  })
})
