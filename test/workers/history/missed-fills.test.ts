import { describe, expect, it, onTestFinished } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { openGatewayBook } from '../../../src/adapters/books/book.ts'
import type { Fact } from '../../../src/core/contracts/index.ts'
import type { GatewayRecord } from '../../../src/core/journal/index.ts'
import { JOURNALLED_FACTS } from '../../../src/core/journal/index.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { DAY, NEXT_DAY, START } from '../../core/engine/fixture/market.ts'
import { EVER } from './asker.ts'
import { GatewaySource } from './gateway-source.ts'
import { GATEWAY, historySpec, startedHistory } from './history-fixture.ts'
import { trade } from './trades.ts'

/** A gateway that keeps what it tells, as a gateway does, and what it told nobody. */
async function keepingGateway(folder: string, hub = createMemoryHub()) {
  const book = openGatewayBook({ folder, segmentLength: 64 * 1024 })
  if (!book.ok) throw new Error(book.error.message)
  onTestFinished(() => book.value.close())
  const gateway = await GatewaySource.open(hub.bus(), { doors: GATEWAY })
  const tell = gateway.tell.bind(gateway)
  gateway.tell = (...facts) => {
    book.value.journal.append(facts.filter(isKept))
    tell(...facts)
  }
  return { gateway, hub }
}

function isKept(fact: Fact): fact is Extract<GatewayRecord, Fact> {
  return JOURNALLED_FACTS.some((kind) => kind === fact.kind)
}

describe('fills that nobody told a history', () => {
  it('are taken from the journal of the gateway: those before its start, and in a gap', async () => {
    const folder = temporaryFolder()
    const { gateway, hub } = await keepingGateway(folder)
    trade(gateway, { id: 'before', at: START + 100 })
    const { asker } = await startedHistory(historySpec({ folder }), hub)
    await asker.awaited(1, { kind: 'fills', ...EVER })
    gateway.losing(() => trade(gateway, { id: 'lost', at: START + 200, lots: 3 }))
    await asker.awaited(2, { kind: 'fills', ...EVER })
    trade(gateway, { id: 'told', at: START + 300 })
    expect(await asker.awaited(3, { kind: 'fills', ...EVER })).toMatchObject([
      { fill_id: 'before-fill', order_id: 'before', ts: START + 120, commission: 3 },
      { fill_id: 'lost-fill', order_id: 'lost', volume: 3, owner: 'alpha', trading_day: DAY },
      { fill_id: 'told-fill', order_id: 'told', price: 5_000, side: 'buy' },
    ])
    expect(await asker.rows({ kind: 'positions' })).toMatchObject([{ long_today: 7 }])
  })

  it('are of the day on which they were made, and cost what they cost', async () => {
    const folder = temporaryFolder()
    const { gateway, hub } = await keepingGateway(folder)
    trade(gateway, { id: 'old', at: START + 100 })
    gateway.settle(START + 1_000)
    trade(gateway, { id: 'new', at: START + 2_000 })
    const { asker } = await startedHistory(historySpec({ folder }), hub)
    const found = await asker.awaited(2, { kind: 'fills', ...EVER })
    expect(found.map((row) => [row['fill_id'], row['trading_day']])).toEqual([
      ['old-fill', DAY],
      ['new-fill', NEXT_DAY],
    ])
  })

  it('are looked for at the end once more', async () => {
    const folder = temporaryFolder()
    const { gateway, hub } = await keepingGateway(folder)
    const first = await startedHistory(historySpec({ folder }), hub)
    await until(() => first.ears.note === '')
    gateway.answersSnapshots = false
    gateway.losing(() => trade(gateway, { id: 'last', at: START + 100 }))
    await first.station.quit('the test wants it')
    const second = await startedHistory(historySpec({ folder }), createMemoryHub())
    expect(await second.asker.awaited(1, { kind: 'fills', ...EVER })).toMatchObject([
      { fill_id: 'last-fill' },
    ])
  })
})
