import { describe, expect, it } from 'vitest'
import type { Fact } from '../../../src/core/contracts/index.ts'
import type {
  Fen,
  IntentId,
  Lots,
  Micros,
  SenderId,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import { emptyPosition } from '../../../src/core/domain/index.ts'
import type { Row } from '../../../src/core/history/index.ts'
import { FactRows, rowFault, tickRow } from '../../../src/core/history/index.ts'
import { quoteFixture } from '../quote-fixture.ts'
import { AT, rowFixture } from './row-fixture.ts'
import {
  ALPHA,
  COPPER,
  fillFact,
  followed,
  head,
  order,
  orderFact,
  tape,
  told,
} from './told-facts.ts'

describe('the rows of facts', () => {
  it('hold a quote as it is, under its name and trading day', () => {
    const quote = quoteFixture({ at: AT, bids: [[6150, 4]], volume: 7 })
    const made = followed().rows(quote, told)
    expect(made).toEqual([tickRow(tape, 20200821, 'SHFE.ag2012', quote)])
    const tick = made[0]!
    expect(tick).toMatchObject({ table: 'market_ticks', bid_price1: 6150, bid_volume5: 0 })
    expect([Object.keys(tick).length, rowFault(tick)]).toEqual([33, undefined])
  })

  it('hold every event of an order once, at real prices, counted from 0', () => {
    const rows = followed()
    const made = [
      orderFact(),
      orderFact(),
      orderFact({ status: 'working', updatedAt: (AT + 1) as Micros }),
      orderFact({ status: 'cancelled', updatedAt: (AT + 2) as Micros, reason: 'venue.day-end' }),
    ].flatMap((fact) => rows.rows(fact, told))
    const event = rowFixture('orders', {
      ...head,
      owner: 'alpha',
      order_id: 'p1-1-1-1',
      intent_id: 'i1',
      symbol: 'SHFE.ag2012',
      side: 'buy',
      offset_flag: 'open',
      price: 6150,
      volume: 3,
      status: 'pending',
    })
    expect(made).toEqual([
      event,
      { ...event, ts: AT + 1, event_no: 1, status: 'working' },
      { ...event, ts: AT + 2, event_no: 2, status: 'cancelled', note: 'venue.day-end' },
    ])
  })

  it('go on with the events of an order that are stored already', () => {
    const rows = followed()
    rows.resume([{ orderId: order.id, eventNo: 5, ts: AT, status: 'pending', filled: 0 }])
    const made = [orderFact(), orderFact({ status: 'working' })].flatMap((fact) =>
      rows.rows(fact, told),
    )
    expect(made).toMatchObject([{ event_no: 6, status: 'working' }])
  })

  it('hold a fill in CNY, and the position that it leads to', () => {
    expect(followed().rows(fillFact, told)).toEqual([
      rowFixture('fills', {
        ...head,
        ts: AT + 1,
        owner: 'alpha',
        order_id: 'p1-1-1-1',
        fill_id: 'f1',
        symbol: 'SHFE.ag2012',
        side: 'buy',
        offset_flag: 'open',
        price: 6150,
        volume: 2,
        commission: 12.34,
      }),
      rowFixture('positions', {
        ...head,
        ts: AT + 1,
        owner: 'alpha',
        symbol: 'SHFE.ag2012',
        long_today: 2,
        long_price: 6150,
        target: NaN,
      }),
    ])
  })

  it('tell a position once for every change of it or of its target', () => {
    const rows = followed(fillFact)
    const position = { ...emptyPosition(ALPHA, COPPER.id), longToday: { lots: 2, cost: 1230 } }
    const same = { kind: 'position', position } as Fact
    const other = { kind: 'position', position: emptyPosition(ALPHA, COPPER.id) } as Fact
    const target: Fact = {
      kind: 'target',
      at: (AT + 7) as Micros,
      intent: 'i2' as IntentId,
      sender: 'alpha' as SenderId,
      owner: ALPHA,
      instrument: COPPER.id,
      target: -1 as Lots,
      style: 'cross',
    }
    expect([rows.rows(same, told), rows.rows(other, told), rows.rows(target, told)]).toMatchObject([
      [],
      [{ ts: AT + 9, long_today: 0, long_price: NaN, target: NaN }],
      [{ ts: AT + 7, long_today: 0, target: -1 }],
    ])
  })

  it('hold the account in CNY', () => {
    const account = {
      at: AT as Micros,
      tradingDay: 20200821 as TradingDay,
      staticBalance: 100_00 as Fen,
      closeProfit: 1_00 as Fen,
      positionProfit: -2_50 as Fen,
      fees: 75 as Fen,
      margin: 20_00 as Fen,
      frozen: 3_00 as Fen,
      balance: 97_75 as Fen,
      available: 74_75 as Fen,
    }
    expect(followed().rows({ kind: 'account', account }, told)).toEqual([
      rowFixture('account_snapshots', {
        ...head,
        balance: 97.75,
        available: 74.75,
        margin: 20,
        frozen: 3,
        close_profit: 1,
        position_profit: -2.5,
        commission: 0.75,
      }),
    ])
  })

  it('hold what became of a command', () => {
    const ack: Fact = {
      kind: 'ack',
      at: AT as Micros,
      command: 'c1' as IntentId,
      commandKind: 'Cancel',
      sender: 'hand' as SenderId,
      outcome: 'refused',
      code: 'command.epoch',
      message: 'of an earlier life',
    }
    expect(followed().rows(ack, told)).toEqual([
      rowFixture('acks', {
        ...head,
        owner: 'hand',
        command_id: 'c1',
        command: 'Cancel',
        verdict: 'refused',
        code: 'command.epoch',
        note: 'of an earlier life',
      }),
    ])
  })

  it('take a snapshot for what it tells anew', () => {
    const rows = followed(orderFact())
    const snapshot: Fact = {
      kind: 'snapshot',
      requester: 'history' as SenderId,
      facts: [orderFact(), orderFact({ status: 'working' })],
      seqs: {},
    }
    expect(rows.rows(snapshot, told)).toMatchObject([{ table: 'orders', event_no: 1 }])
  })

  it('take the fills of a snapshot for fills that nobody told, which moved their lots already', () => {
    const rows = followed(orderFact())
    const snapshot: Fact = {
      kind: 'snapshot',
      requester: 'history' as SenderId,
      facts: [fillFact],
      seqs: {},
    }
    const [made, again] = [rows.rows(snapshot, told), rows.rows(snapshot, told)]
    expect([made.map(({ table }) => table), again, rows.state.positions]).toEqual([
      ['fills'],
      [],
      [],
    ])
  })

  it('leave out what no directory named, and count it', () => {
    const rows = new FactRows({ tape })
    const facts = [quoteFixture(), orderFact(), fillFact]
    const made: readonly Row[] = facts.flatMap((fact) => rows.rows(fact, told))
    expect([made, rows.unnamed]).toEqual([[], 3])
  })
})
