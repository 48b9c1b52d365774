import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AckFact } from '../../../src/core/contracts/index.ts'
import type { OrderWish, PreviewView } from '../../../src/core/desk/order-preview.ts'
import { previewOrder } from '../../../src/core/desk/order-preview.ts'
import type { Ticks } from '../../../src/core/domain/index.ts'
import { HAND, longLots, shortLots } from '../../../src/core/domain/index.ts'
import { accountOf, apply, positionOf } from '../../../src/core/state/index.ts'
import { hold, limit, trading } from '../engine/fixture/gate.ts'
import { ALPHA } from '../engine/fixture/market.ts'
import type { Rig } from '../engine/fixture/rig.ts'
import { tradingRig } from '../engine/fixture/rig.ts'

const lots = fc.integer({ min: 0, max: 6 })
const holdings = fc.tuple(lots, lots, lots, lots)

const cases = fc.record({
  instrument: fc.constantFrom(0, 1),
  side: fc.constantFrom('buy' as const, 'sell' as const),
  offset: fc.constantFrom(...(['auto', 'auto', 'auto', 'open', 'close', 'closeToday'] as const)),
  orderKind: fc.constantFrom(...(['limit', 'limit', 'limit', 'market', 'fak', 'fok'] as const)),
  limit: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 4_960, max: 5_040 }) },
    fc.integer({ min: 4_400, max: 5_600 }),
    fc.constantFrom(NaN, 5_000.5, 0, -3),
  ),
  volume: fc.integer({ min: 0, max: 12 }),
  hand: holdings,
  other: holdings,
  last: fc.oneof(
    { weight: 8, arbitrary: fc.integer({ min: 4_950, max: 5_050 }) },
    fc.constant(NaN),
  ),
  limits: fc.constantFrom(
    {},
    {},
    {},
    { maxNetLots: 3 },
    { maxOrderNotional: 40_000_000 },
    {
      allowed: ['DCE.m2101'],
    },
  ),
  state: fc.constantFrom('active' as const, 'active' as const, 'reducing' as const),
})
type Case = typeof cases extends fc.Arbitrary<infer Value> ? Value : never

function arranged(given: Case): { rig: Rig; wish: OrderWish; view: PreviewView } {
  const rig = tradingRig()
  const { state } = rig.gateway
  rig.quote({ instrument: given.instrument, last: given.last })
  hold({ state } as never, given.hand, given.instrument, HAND)
  hold({ state } as never, given.other, given.instrument, ALPHA)
  limit({ state } as never, given.limits)
  apply(state, trading(given.state))
  const { instrument, side, offset, orderKind, volume } = given
  const price = orderKind === 'market' ? NaN : given.limit
  const wish = { instrument, side, offset, orderKind, limit: price, volume } as unknown
  const known = { ordersSent: 0, staleness: undefined, phase: 'continuous' } as const
  return {
    rig,
    wish: wish as OrderWish,
    view: { state, mode: 'simulated', now: rig.now, ...known },
  }
}

describe('preview of an order', () => {
  it('refuses what the gateway refuses, for the same reason', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(cases, (given) => {
        const { rig, wish, view } = arranged(given)
        const { refusals } = previewOrder(wish, view)
        rig.intent({ ...wish })
        const ack = rig.facts.findLast((fact): fact is AckFact => fact.kind === 'ack')
        seen.add(ack?.code ?? '')
        expect(refusals[0]?.code ?? '').toBe(ack?.code)
        expect(refusals[0]?.message ?? '').toBe(ack?.message)
      }),
      { numRuns: 1_500, seed: 7 },
    )
    expect([...seen].sort()).toEqual(
      expect.arrayContaining(['', 'risk.close-volume', 'risk.collar', 'risk.kind', 'risk.state']),
    )
  })

  it('tells terms, holdings and money as they are once it filled at its price', () => {
    let filled = 0
    fc.assert(
      fc.property(cases, (given) => {
        const { rig, wish, view } = arranged(given)
        const { state } = view
        const preview = previewOrder(wish, view)
        const before = accountOf(state, rig.now)
        rig.intent({ ...wish })
        if (preview.refusals.length > 0 || !preview.fee.known) return
        filled++
        const order = rig.order(1)
        expect(order).toMatchObject({ offset: preview.offset, kind: preview.kind })
        expect(order.limit).toBe(preview.limit)
        rig.accept(1)
        const price = Number.isNaN(preview.limit) ? marketPrice(given) : preview.limit
        rig.fill(1, wish.volume, price, preview.fee.value)
        const held = positionOf(state, HAND, wish.instrument)
        const after = accountOf(state, rig.now)
        expect(preview.after).toEqual({
          known: true,
          value: { long: longLots(held), short: shortLots(held) },
        })
        expect(preview.frees).toEqual({ known: true, value: before.margin - after.margin })
        const taken = after.closeProfit - before.closeProfit
        const closed = preview.offset === 'open' ? NaN : taken
        expect(preview.closeProfit).toEqual({ known: true, value: closed })
        if (!preview.marginAfter.known) return
        const share = (after.margin + after.frozen) / after.balance
        expect(preview.marginAfter.value).toBeCloseTo(share, 12)
      }),
      { numRuns: 1_000, seed: 11 },
    )
    expect(filled).toBeGreaterThan(100)
  })

  it('sends nothing of which a figure is unknown', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { wish, view } = arranged(given)
        const preview = previewOrder(wish, view)
        const { after, fee, marginAfter, worst, refusals } = preview
        const told = [after, fee, marginAfter, worst].every((figure) => figure.known)
        expect(preview.sendable && !(told && refusals.length === 0)).toBe(false)
      }),
      { numRuns: 500, seed: 3 },
    )
  })

  it('takes the price to its limit for the worst of opened lots, their own price for closed ones', () => {
    const given = { ...plain(), hand: [0, 0, 2, 0] as [number, number, number, number] }
    const closing = arranged(given)
    const closed = previewOrder(closing.wish, closing.view)
    expect(closed.offset).toBe('closeToday')
    expect(closed.closeProfit).toEqual({ known: true, value: -2 * 1_500 })
    expect(closed.worst).toEqual({ known: true, value: -2 * 1_500 - 1_200 })
    const opening = arranged(plain())
    const opened = previewOrder(opening.wish, opening.view)
    expect(opened.worst).toEqual({ known: true, value: (4_500 - 5_001) * 2 * 1_500 - 600 })
    expect(opened.tickWorth).toEqual({ known: true, value: 3_000 })
    expect(opened.limits).toEqual({ known: true, value: { low: 4_500, high: 5_500 } })
    expect(opened.collar).toEqual({ known: true, value: { low: 4_950, high: 5_051 } })
  })

  it('counts the ticks to the limit of loss with what the fill itself costs', () => {
    const { wish, view } = arranged(plain())
    const { latchTicks } = previewOrder(wish, view)
    // A lot at 5,001 stands a tick below its price; 10,000,000 fen may be lost at 3,000 a tick.
    const room = 10_000_000 - 3_000 - 600
    expect(latchTicks).toEqual({ known: true, value: Math.floor(room / 3_000) })
  })

  it('tells where the order would stand', () => {
    const at = (limitTicks: number, kind: OrderWish['orderKind'] = 'limit') => {
      const { wish, view } = arranged({ ...plain(), limit: limitTicks, orderKind: kind })
      return previewOrder(wish, view).queue
    }
    expect(at(5_001)).toEqual({ kind: 'crosses', lots: 10 })
    expect(at(5_000)).toEqual({ kind: 'joins', behind: 10 })
    expect(at(4_999)).toEqual({ kind: 'beyond' })
    expect(at(NaN)).toEqual({ kind: 'unknown' })
    expect(at(4_990, 'fak')).toEqual({ kind: 'crosses', lots: 0 })
    expect(at(NaN, 'market')).toEqual({ kind: 'crosses', lots: 10 })
  })

  it('refuses one order more than fits into a second', () => {
    const { wish, view } = arranged(plain())
    expect(previewOrder(wish, { ...view, ordersSent: 4 }).refusals).toEqual([])
    expect(previewOrder(wish, { ...view, ordersSent: 5 }).refusals[0]?.code).toBe('risk.throttle')
  })
})

function plain(): Case {
  const none = [0, 0, 0, 0] as [number, number, number, number]
  const terms = { instrument: 0, side: 'buy', offset: 'auto', orderKind: 'limit' } as const
  const rest = { hand: none, other: none, last: 5_000, limits: {}, state: 'active' } as const
  return { ...terms, ...rest, limit: 5_001, volume: 2, limits: {} }
}

/** Ten lots are shown at the best price, further ones are not. */
function marketPrice({ side, volume }: Case): Ticks {
  const [best, edge] = side === 'buy' ? [5_001, 5_051] : [5_000, 4_950]
  return (volume <= 10 ? best : edge) as Ticks
}
