import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import * as fc from 'fast-check'
import { afterAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { openDuckdb } from '../../../../src/adapters/history/index.ts'
import { ok } from '../../../../src/core/domain/index.ts'
import type { Answer, Question, Row, Tape } from '../../../../src/core/history/index.ts'
import type { History } from '../../../../src/core/ports/index.ts'
import { madeUpBooks, madeUpTicks, SPAN } from '../../../contract/history/market.ts'
import { refused, told } from '../../../core/contracts/told.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { mountSmallDisk } from '../small-disk.ts'

const TAPE: Tape = { mode: 'paper', profile: 'p1', runId: '' }
const POSITIONS: Question = { kind: 'positions', tape: TAPE, deadlineMillis: 30_000 }

function opened(file: string): History {
  const history = openDuckdb({ file })
  onTestFinished(() => history.close())
  return history
}

async function answer(history: History, question: Question): Promise<Answer> {
  const answered = await history.query({ ...question, deadlineMillis: 30_000 })
  if (!answered.ok) throw new Error(answered.error.message)
  return answered.value
}

/** Ticks of the tape that are stored. */
async function ticks(history: History): Promise<number> {
  const { rows } = await answer(history, { kind: 'tapes', ...SPAN })
  return rows.reduce((sum, row) => sum + Number(row.at(-1)), 0)
}

/** A file with ticks and books in it, closed. */
async function filled(): Promise<string> {
  const file = join(temporaryFolder(), 'history.duckdb')
  const history = openDuckdb({ file })
  expect(await history.write([...madeUpTicks(TAPE, 1), ...madeUpBooks(TAPE)])).toEqual(
    ok(undefined),
  )
  await history.close()
  return file
}

describe('a DuckDB file', () => {
  it('is made with its folder, for this user alone, and holds its rows when opened again', async () => {
    const file = join(temporaryFolder(), 'new', 'deeper', 'history.duckdb')
    const first = openDuckdb({ file, memoryMegabytes: 256, threads: 1 })
    expect(await first.write(madeUpTicks(TAPE, 1))).toEqual(ok(undefined))
    expect(statSync(join(file, '..')).mode & 0o777).toBe(0o700)
    await first.close()
    const second = opened(file)
    expect(await ticks(second)).toBe(1_500)
    // What the life before may have stored without an acknowledgement.
    expect(await second.write(madeUpTicks(TAPE, 1).slice(1_000))).toEqual(ok(undefined))
    expect(await ticks(second)).toBe(1_500)
    expect(second.status()).toEqual({
      engine: 'duckdb',
      place: file,
      failure: undefined,
      rows: 500,
      questions: 0,
    })
  })

  it('is refused to a second history, and free when the first is closed', async () => {
    const file = join(temporaryFolder(), 'history.duckdb')
    const first = opened(file)
    expect(await first.query(POSITIONS)).toMatchObject({ ok: true })
    const second = opened(file)
    const held = refused('store.unreachable', file, 'is held by something else')
    expect([await second.query(POSITIONS), await second.write(madeUpBooks(TAPE))]).toEqual([
      held,
      held,
    ])
    expect(second.status().failure).toEqual(told('store.unreachable', 'is held by'))
    await first.close()
    expect(await second.write(madeUpBooks(TAPE))).toEqual(ok(undefined))
  })

  it('is refused while another process holds it, whose number it tells', async () => {
    const file = await filled()
    const code =
      `const { DuckDBInstance } = await import('@duckdb/node-api'); ` +
      `await DuckDBInstance.create(process.argv[1]); console.log('held'); setInterval(() => {}, 1e6)`
    const args = ['--input-type=module', '-e', code, file]
    const holder = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(holder.stdout, 'data')
    const history = opened(file)
    expect(await history.query(POSITIONS)).toEqual(
      refused('store.unreachable', `is held by process ${holder.pid}`),
    )
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    await vi.waitUntil(async () => (await history.query(POSITIONS)).ok, { timeout: 20_000 })
    expect(await ticks(history)).toBe(1_500)
  })

  it.each([
    ['text', (file: string) => writeFileSync(file, 'hello world'.repeat(999)), 'store.schema'],
    ['cut short', (file: string) => truncateSync(file, 20_000), 'store.schema'],
    ['empty', (file: string) => writeFileSync(file, ''), 'store.schema'],
    ['a folder', (file: string) => (rmSync(file), mkdirSync(file)), 'store.schema'],
  ] as const)('is left alone when it is %s, with words that say what to do', async (...each) => {
    const [, harm, code] = each
    const file = await filled()
    rmSync(`${file}.wal`, { force: true })
    harm(file)
    const history = opened(file)
    const left = refused(code, file, 'is damaged, or no file of this program', 'move it and its')
    expect([await history.query(POSITIONS), await history.write(madeUpBooks(TAPE))]).toEqual([
      left,
      left,
    ])
    await history.close()
  })

  it('is answered for or refused, never crashed on, whichever of its bytes are damaged', async () => {
    const sound = readFileSync(await filled())
    const folder = temporaryFolder()
    let files = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(sound.length - 1), { minLength: 1, maxLength: 20 }),
        async (places) => {
          const file = join(folder, `${files++}.duckdb`)
          const bytes = Buffer.from(sound)
          for (const place of places) bytes[place]! ^= 0xff
          writeFileSync(file, bytes)
          const history = openDuckdb({ file })
          const result = await history.query({ kind: 'latest', tape: TAPE, ...SPAN })
          expect([undefined, 'store.schema', 'store.unreachable']).toContain(
            result.ok ? undefined : result.error.code,
          )
          await history.close()
        },
      ),
      { numRuns: 25 },
    )
  })

  it('is refused when its tables are those of another program', async () => {
    const file = join(temporaryFolder(), 'history.duckdb')
    const instance = await DuckDBInstance.create(file)
    const connection = await instance.connect()
    await connection.run('CREATE TABLE orders (ts TIMESTAMP, mode INTEGER)')
    connection.closeSync()
    instance.closeSync()
    expect(await opened(file).query(POSITIONS)).toEqual(
      refused('store.schema', 'orders has mode INTEGER where mode VARCHAR should be', 'Move the'),
    )
  })

  it('stops a question at its deadline and answers the next one', async () => {
    const history = opened(join(temporaryFolder(), 'history.duckdb'))
    const rows: readonly Row[] = madeUpTicks(TAPE, 1)
    for (let run = 0; run < 20; run++) {
      expect(await history.write(rows.map((row) => ({ ...row, run_id: `r${run}` })))).toEqual(
        ok(undefined),
      )
    }
    expect(await history.query({ kind: 'tapes', ...SPAN, deadlineMillis: 1 })).toEqual(
      refused('store.slow', 'deadline'),
    )
    expect(await ticks(history)).toBe(30_000)
  })
})

const full = mountSmallDisk('3m')
const readOnly = mountSmallDisk('3m')
afterAll(() => {
  full.remove()
  readOnly.remove()
})

describe('a DuckDB file on a bad disk', () => {
  it.skipIf(full.why !== '')(
    `refuses a batch in words when the disk is full, and goes on with space${full.why}`,
    async () => {
      const history = openDuckdb({ file: join(full.path, 'history.duckdb') })
      let written = 0
      let last: unknown
      while (last === undefined && written < 400) {
        const tape = { ...TAPE, profile: `p${written}` }
        const result = await history.write(madeUpTicks(tape, written).slice(0, 500))
        if (result.ok) written++
        else last = result
      }
      expect(last).toEqual(refused('store.unreachable', full.path, 'Free some space on the disk'))
      expect(written).toBeGreaterThan(0)
      expect(await history.query(POSITIONS)).toMatchObject({ ok: true })
      await history.close()
      full.grow('30m')
      const again = openDuckdb({ file: join(full.path, 'history.duckdb') })
      expect(await ticks(again)).toBe(500 * written)
      expect(await again.write(madeUpBooks(TAPE))).toEqual(ok(undefined))
      await again.close()
    },
  )

  it.skipIf(readOnly.why !== '')(
    `cannot be made where nothing can be written, and says so${readOnly.why}`,
    async () => {
      readOnly.readOnly(true)
      const history = openDuckdb({ file: join(readOnly.path, 'history.duckdb') })
      expect(await history.write(madeUpBooks(TAPE))).toEqual(
        refused('store.unreachable', readOnly.path, 'cannot be opened', 'Give this user the right'),
      )
      readOnly.readOnly(false)
      expect(await history.write(madeUpBooks(TAPE))).toEqual(ok(undefined))
      await history.close()
    },
  )
})
