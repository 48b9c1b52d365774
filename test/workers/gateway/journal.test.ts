import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/core/domain/index.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import { createFailingDisk } from '../../adapters/journal/failing-disk.ts'
import { arranged, turns } from './arrangement.ts'
import { noted } from '../../noted.ts'

/** First byte of an order on its way to the exchange. */
const SUBMIT = 129

/** A gateway whose every write and every order is noted as it happens, not as it arrives. */
async function watched() {
  const log: string[] = []
  const disk = createFailingDisk()
  const write = disk.write.bind(disk)
  disk.write = (...parameters) => {
    write(...parameters)
    log.push('kept')
    return parameters[3]
  }
  const wrap = (own: Bus): Bus => ({
    ...own,
    push: (endpoint) => {
      const opened = own.push(endpoint)
      if (!opened.ok) return opened
      const { value } = opened
      const send = (frame: Uint8Array): Promise<boolean> => {
        if (frame[0] === SUBMIT) log.push('sent')
        return value.send(frame)
      }
      return ok({ send, connected: value.connected })
    },
  })
  const all = await arranged({ disk, wrap, spec: { durable: true } })
  await turns()
  log.length = 0
  return { all, log }
}

describe("a gateway's journal", () => {
  it('has an order before the order leaves', async () => {
    const { all, log } = await watched()
    expect(await all.order()).toBe('accepted')
    expect(log.slice(0, 2)).toEqual(['kept', 'sent'])
  })

  it('has all commands of one turn in one write, before any of them leaves', async () => {
    const { all, log } = await watched()
    all.exchange.serves = false
    const { limit } = all.intent() as unknown as { limit: number }
    for (let back = 0; back < 4; back++) all.hand.command(all.intent({ limit: limit - back }))
    await all.until(() => all.hand.of('ack').length === 4)
    expect(log).toEqual(['kept', 'sent', 'sent', 'sent', 'sent'])
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
    expect(noted(all.hand.last('beat'))).toMatch(/the disk is full.*only cancels leave$/)
    expect(all.submitted.length).toBe(1)
  })
})
