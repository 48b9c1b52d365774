import { describe, expect, it } from 'vitest'
import { createFailingDisk } from '../../adapters/journal/failing-disk.ts'
import { arranged, turns } from './arrangement.ts'

/** A disk that tells of every write. */
function watchedDisk(onWrite: () => void) {
  const disk = createFailingDisk()
  const write = disk.write.bind(disk)
  disk.write = (...parameters) => {
    onWrite()
    return write(...parameters)
  }
  return disk
}

describe("a gateway's journal", () => {
  it('has an order before the order leaves', async () => {
    const log: string[] = []
    const disk = watchedDisk(() => log.push('kept'))
    const all = await arranged({ disk, spec: { durable: true } })
    await turns()
    log.length = 0
    all.exchange.onAsked = ({ kind }) => log.push(kind)
    expect(await all.order()).toBe('accepted')
    expect(log.slice(0, 2)).toEqual(['kept', 'submit'])
  })

  it('has all commands of one turn in one write, before any of them leaves', async () => {
    const log: string[] = []
    const disk = watchedDisk(() => log.push('kept'))
    const all = await arranged({ disk, spec: { durable: true } })
    await turns()
    log.length = 0
    all.exchange.serves = false
    all.exchange.onAsked = ({ kind }) => log.push(kind)
    const { limit } = all.intent() as unknown as { limit: number }
    for (let back = 0; back < 4; back++) all.hand.command(all.intent({ limit: limit - back }))
    await all.until(() => all.hand.of('ack').length === 4 && log.length >= 5)
    expect(log).toEqual(['kept', 'submit', 'submit', 'submit', 'submit'])
  })

  it('that cannot be written lets nothing but cancels leave, and the beats say so', async () => {
    const disk = createFailingDisk()
    const all = await arranged({ disk, spec: { durable: true } })
    expect(await all.order()).toBe('accepted')
    disk.failAfter(0, 'ENOSPC')
    expect(await all.order({ volume: 2 })).toBe('journal.write')
    await all.trading('halted', 'journal')
    await all.until(() => all.exchange.asked.some(({ kind }) => kind === 'cancel'))
    expect(await all.order({ volume: 3 })).toBe('journal.write')
    await all.until(() => all.hand.of('beat').at(-1)?.ready === false)
    expect(all.hand.last('beat').note).toMatch(/the disk is full.*only cancels leave$/)
    expect(all.submitted.length).toBe(1)
  })
})
