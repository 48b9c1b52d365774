import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { IntentId, Micros, SenderId } from '../../../src/core/domain/index.ts'
import { mountSmallDisk } from '../../adapters/history/small-disk.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { freePorts } from '../../servers/index.ts'
import { until } from '../../until.ts'
import { arranged } from './arrangement.ts'
import { EVER } from './asker.ts'
import { secret, startedHistory } from './history-fixture.ts'
import { told, walk } from './market-quotes.ts'

const SILVERS = { kind: 'ticks', symbol: 'SHFE.ag2012', ...EVER } as const
const disk = mountSmallDisk('8m')
afterAll(() => disk.remove())

describe('a history on a full disk', () => {
  it.skipIf(disk.why !== '')(
    `says so, refuses the newest, and goes on when there is room${disk.why}`,
    async () => {
      // Nobody is there: the rows stay in the outbox.
      const [port = 0] = await freePorts(1)
      const away = secret(`http::addr=127.0.0.1:${port};`)
      const first = await arranged({ spec: { folder: disk.path, questdb: away } })
      const filler = join(disk.path, 'filler')
      writeFileSync(filler, new Uint8Array(7 * 1024 * 1024))
      const quotes = walk(10_000)
      let next = 0
      await until(() => {
        first.gateway.quotes(...quotes.slice(next, next + 200))
        next += 200
        return first.figure('outbox.refused') > 0
      })
      expect(first.ears.note).toMatch(/cannot be written \(ENOSPC.*Free some space/)
      expect(first.ears.ready).toBe(true)
      rmSync(filler)
      first.gateway.quotes(...quotes.slice(next))
      await until(() => first.ears.note?.includes('ENOSPC') === false)
      // Told by the beat that no longer complains: whatever was refused is in it.
      const refused = first.figure('outbox.refused')
      await first.station.quit('the test says so')

      // What it took is there, and what it refused is what is missing.
      const spec = { ...first.spec, questdb: undefined, folder: disk.path }
      const { asker, figure } = await startedHistory(spec, first.hub)
      await until(() => figure('outbox.rows') === 0 && figure('ticks.held') === 0)
      const found = await asker.awaited(1, { ...SILVERS, rows: 20_000 })
      expect(found.slice(-1_000)).toMatchObject(told(quotes, 0).slice(-1_000))
      expect(found.length).toBeGreaterThanOrEqual(5_000 - refused)
    },
  )
})

describe('a row that no store takes', () => {
  it('is set aside with the reason, and the others go on', async () => {
    const { gateway, asker, ears, figure, spec } = await arranged()
    const ack = (at: number, command: string) => ({
      kind: 'ack' as const,
      at: at as Micros,
      command: command as IntentId,
      commandKind: 'Halt' as const,
      sender: 'hand' as SenderId,
      outcome: 'accepted' as const,
      code: '' as const,
      message: '',
    })
    gateway.tell(ack(START, 'a'), ack(-5, 'b'), ack(START + 1, 'c'))
    const found = await asker.awaited(2, { kind: 'acks', ...EVER })
    expect(found.map((row) => row['command_id'])).toEqual(['a', 'c'])
    await until(() => figure('outbox.poisoned') === 1)
    expect(ears.note).toMatch(/a row was set aside .*acks\.ts must be a whole number from 0/)
    const lines = readFileSync(join(spec.folder, 'history/outbox/poisoned.ndjson'), 'utf8')
    expect(JSON.parse(lines)).toMatchObject({
      reason: expect.stringContaining('acks.ts must be') as string,
      row: { table: 'acks', command_id: 'b' },
    })
  })
})
