import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Outbox } from '../../../src/adapters/history/index.ts'
import { openDuckdb, openOutbox } from '../../../src/adapters/history/index.ts'
import type { Row, Tape } from '../../../src/core/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import type { QuestdbServer } from '../../servers/index.ts'
import { QUESTDB, startQuestdb } from '../../servers/index.ts'
import { madeUpTicks, NO_RECORDINGS, recordedTicks } from './market.ts'
import type { FeedReport } from './outage.ts'
import { fed, RECORDED_PEAK } from './outage.ts'
import { atConsole, historyOn, settled } from './stores.ts'

/** How long a store is away; the promise speaks of 60. */
const SECONDS = Number(process.env['GHTRADER_OUTAGE_SECONDS'] ?? 3)
const LONG = 60_000
const TEST = { timeout: 120_000 + 4_000 * SECONDS }

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'outage-'))
  closing.push(() => Promise.resolve(rmSync(made, { recursive: true, force: true })))
  return made
}

function outboxOn(history: History, where = folder()): Outbox {
  const opened = openOutbox({ folder: join(where, 'outbox'), history })
  if (!opened.ok) throw new Error(opened.error.message)
  const { outbox } = opened.value
  closing.push(() => outbox.close())
  return outbox
}

/** Real ticks where there are recordings, else made-up ones. */
async function ticksOf(tape: Tape): Promise<readonly Row[]> {
  const symbols = ['SHFE.ag2012', 'SHFE.rb2010', 'DCE.m2101', 'CZCE.FG101', 'SHFE.cu2010']
  return NO_RECORDINGS === '' ? recordedTicks(tape, symbols) : madeUpTicks(tape, 9)
}

let tapes = 0

describe.skipIf(QUESTDB.isAbsent)(
  `rows at twice the recorded peak while QuestDB is away${QUESTDB.why}`,
  () => {
    let server: QuestdbServer
    beforeAll(async () => {
      server = await startQuestdb()
    })
    afterAll(() => server.stop())

    /** Feeds an outbox while something happens to the server, and drains it. */
    async function survived(
      happens: () => Promise<void>,
    ): Promise<FeedReport & { readonly missing: number; readonly doubled: number }> {
      const tape: Tape = { mode: 'paper', profile: `o${tapes++}`, runId: '' }
      const history = historyOn(server, { writeMillis: 1_000 })
      closing.push(() => history.close())
      const outbox = outboxOn(history)
      const rows = await ticksOf(tape)
      const report = await fed(outbox, rows, 2 * RECORDED_PEAK, happens())
      expect(await outbox.drained(LONG)).toBe(true)
      expect(outbox.status()).toMatchObject({ refused: 0, lost: 0, poisoned: 0, rows: 0 })
      await settled(server)
      const [counted] = await atConsole(
        server,
        'SELECT sum(n), count() FROM (SELECT ts, symbol, feed_seq, count() n FROM market_ticks ' +
          `WHERE profile = '${tape.profile}' GROUP BY ts, symbol, feed_seq)`,
      )
      const [stored, distinct] = [Number(counted![0]), Number(counted![1])]
      return { ...report, missing: report.sent - distinct, doubled: stored - distinct }
    }

    it('are all there, once each, after it hung', TEST, async () => {
      const report = await survived(async () => {
        await pause(1_000)
        await server.pause()
        await pause(SECONDS * 1_000)
        server.resume()
        await pause(1_000)
      })
      expect(report).toMatchObject({ missing: 0, doubled: 0 })
      expect(report.mostRows).toBeGreaterThan(RECORDED_PEAK * SECONDS)
      expect(report.sent).toBeGreaterThan(RECORDED_PEAK * (SECONDS + 2))
      log('hung', report)
    })

    it('are all there, once each, after it was killed and came back', TEST, async () => {
      const report = await survived(async () => {
        await pause(1_000)
        await server.kill()
        await pause(SECONDS * 1_000)
        await server.restart()
        await pause(1_000)
      })
      expect(report).toMatchObject({ missing: 0, doubled: 0 })
      expect(report.mostRows).toBeGreaterThan(RECORDED_PEAK * SECONDS)
      log('killed', report)
    })
  },
)

describe('rows in a DuckDB file whose process is killed', () => {
  it('are all there, once each, after the next life has sent the rest', TEST, async () => {
    const where = folder()
    const file = join(where, 'history.duckdb')
    let kept = 0
    for (const lines of [60, 5, 150]) {
      const args = ['--import', 'tsx', join(import.meta.dirname, 'killed-history.ts')]
      const child = spawn(process.execPath, [...args, where, String(kept)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      let left = lines
      for await (const line of createInterface({ input: child.stdout })) {
        kept = Number(line)
        if (--left === 0) child.kill('SIGKILL')
      }
      await ended
    }
    const history = openDuckdb({ file })
    closing.push(() => history.close())
    const outbox = outboxOn(history, where)
    expect(await outbox.drained(LONG)).toBe(true)
    expect(outbox.status()).toMatchObject({ lost: 0, poisoned: 0 })
    const tape: Tape = { mode: 'paper', profile: 'killed', runId: '' }
    const answer = await history.query({
      kind: 'last-ticks',
      tape,
      symbol: 'SHFE.ag2012',
      count: 100_000,
      rows: 100_000,
      deadlineMillis: 60_000,
    })
    const times = answer.ok ? answer.value.rows.map(([ts]) => Number(ts)) : []
    // A life may have kept rows that it did not live to tell of; the next one kept them again.
    expect(times.slice(0, kept)).toEqual(Array.from({ length: kept }, (_, index) => index))
    expect(new Set(times).size).toBe(times.length)
  })
})

/** Figures for whoever runs the full outage by hand. */
function log(what: string, report: object): void {
  if (SECONDS > 10) process.stderr.write(`${what} for ${SECONDS} s: ${JSON.stringify(report)}\n`)
}
