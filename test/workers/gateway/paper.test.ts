import { describe, expect, it } from 'vitest'
import type { GatewaySpec } from '../../../src/core/contracts/worker-spec.ts'
import { turns } from './arrangement.ts'
import { tryGateway } from './gateway-fixture.ts'
import { paperArranged, paperSpec } from './paper-arrangement.ts'

describe('a gateway in the mode paper', () => {
  it.each<[string, Partial<GatewaySpec>, string]>([
    ['without a feed', { feed: undefined }, 'a gateway of mode paper needs a feed'],
    ['with a feed whose doors nobody told', { peers: {} }, 'the feed feed is not among the peers'],
    ['with a feed in another mode', { mode: 'simulated' }, 'has one market: it takes no feed'],
  ])('is refused %s', async (_, overrides, words) => {
    const started = await tryGateway(paperSpec(undefined, overrides))
    expect(started).toMatchObject({ ok: false, error: { code: 'worker.spec' } })
    expect(started.ok ? '' : started.error.message).toContain(words)
  })

  it('may have lines of its own, and then needs no feed', async () => {
    const lines = () => ({ venue: { send: () => undefined }, follow: () => undefined })
    const started = await tryGateway(paperSpec(undefined, { feed: undefined }), { lines })
    expect(started.ok).toBe(true)
  })

  it('tells its market before its venue is there, and trades once it is', async () => {
    const { hand, comes, openVenue } = await paperArranged()
    await comes(() => hand.connected)
    const { facts } = await hand.snapshot()
    const kinds = new Set(facts.map(({ kind }) => kind))
    expect([kinds.has('directory'), kinds.has('quote')]).toEqual([true, true])
    expect(facts.find(({ kind }) => kind === 'state')).toMatchObject({ state: 'halted' })
    await openVenue()
    await comes(() => hand.of('state').at(-1)?.state === 'active')
    expect(hand.last('state').cause).toBe('reconciled')
  })

  it('books what its venue reports, and nothing of its feed’s', async () => {
    const { feed, hand, comes, openVenue } = await paperArranged()
    await openVenue()
    await comes(() => hand.of('state').at(-1)?.state === 'active')
    await hand.snapshot()
    feed.report({ kind: 'beat', at: feed.now, seq: 7 })
    feed.report({ kind: 'accepted', seq: 1, at: feed.now, order: 'of-another' as never })
    await turns()
    const ask = feed.latest(0).askPrices[0]!
    const terms = { owner: 0, instrument: 0, side: 'buy', offset: 'open', orderKind: 'limit' }
    // The quote that the exchange holds may be too old for the gate by now.
    feed.pass(500)
    await turns()
    hand.command({ kind: 'OrderIntent', ...terms, limit: ask + 20, volume: 1 } as never)
    await comes(() => hand.of('ack').length > 0)
    expect(hand.last('ack')).toMatchObject({ outcome: 'accepted' })
    await comes(() => hand.of('fill').length > 0)
    const { fill } = hand.last('fill')
    expect(feed.latest(0).askPrices).toContain(fill.price)
    expect(feed.asked).toEqual([])
    expect(hand.last('state').state).toBe('active')
  })
})
