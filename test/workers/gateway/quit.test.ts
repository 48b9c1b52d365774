import { describe, expect, it } from 'vitest'
import { arranged, turns } from './arrangement.ts'

describe('a gateway that is asked to leave', () => {
  it('cancels what works, hears the venue out, and leaves its account free', async () => {
    const all = await arranged()
    await all.order()
    await all.order({ limit: (all.intent() as unknown as { limit: number }).limit - 1 })
    await all.until(() => all.hand.of('order').filter(isWorking).length === 2)
    all.hand.service({ kind: 'Quit', reason: 'enough' })
    expect(await all.gateway.station.ended).toBe(0)
    const ends = new Map(all.hand.of('order').map(({ order }) => [order.id, order.status]))
    expect([...ends.values()]).toEqual(['cancelled', 'cancelled'])
    expect(all.hand.of('ack').at(-1)).toMatchObject({
      command: 'hand-1-quit',
      commandKind: 'CancelAll',
      outcome: 'accepted',
    })
    all.hand.heard.length = 0
    await all.start()
    await all.trading('active')
    expect(all.hand.of('order')).toEqual([])
  })

  it('waits for a venue that does not answer no longer than it should', async () => {
    const all = await arranged()
    await all.order()
    await all.until(() => all.hand.of('order').some(isWorking))
    all.exchange.serves = false
    await all.gateway.station.quit('enough')
    expect(all.exchange.asked.map(({ kind }) => kind)).toContain('cancel')
    expect(all.hand.last('order').order).toMatchObject({ status: 'working', cancelling: true })
  })

  it('carries out no command any more', async () => {
    const all = await arranged()
    await all.order()
    await all.until(() => all.hand.of('order').some(isWorking))
    all.exchange.serves = false
    const left = all.gateway.station.quit('enough')
    all.hand.command(all.intent({ volume: 3 }))
    await turns()
    await left
    expect(all.submitted.length).toBe(1)
  })

  it('stays for a lost main as long as orders work', async () => {
    const all = await arranged()
    const { station } = all.gateway
    const before = station.staysFor()
    await all.order()
    await all.until(() => all.hand.of('order').some(isWorking))
    const during = station.staysFor()
    await all.command({ kind: 'CancelAll' })
    await all.until(() => station.staysFor() === undefined)
    expect([before, during]).toEqual([undefined, 'orders that work: 1, lots that are held: 0'])
  })
})

function isWorking({ order }: { readonly order: { readonly status: string } }): boolean {
  return order.status === 'working'
}
