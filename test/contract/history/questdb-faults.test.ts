import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { LineWriter } from '../../../src/adapters/history/questdb/line-writer.ts'
import { readSettings } from '../../../src/adapters/history/questdb/settings.ts'
import { ok } from '../../../src/core/domain/index.ts'
import type { Question, Row, Tape } from '../../../src/core/history/index.ts'
import { TABLE_NAMES } from '../../../src/core/history/index.ts'
import type { History } from '../../../src/core/ports/index.ts'
import { refused } from '../../core/contracts/told.ts'
import { rowFixture } from '../../core/history/row-fixture.ts'
import type { QuestdbServer } from '../../servers/index.ts'
import { freePorts, QUESTDB, startQuestdb } from '../../servers/index.ts'
import { columnsOf, madeUpBooks, madeUpTicks, SPAN, SYMBOLS } from './market.ts'
import { atConsole, historyOn, settled } from './stores.ts'

const { why } = QUESTDB
const LONG = { timeout: 30_000, interval: 50 }
let tapes = 0
const newTape = (): Tape => ({ mode: 'paper', profile: `f${tapes++}`, runId: '' })
const opened: History[] = []

function history(server: QuestdbServer, options: Parameters<typeof historyOn>[1] = {}): History {
  const made = historyOn(server, options)
  opened.push(made)
  return made
}

describe.skipIf(QUESTDB.isAbsent)(`a QuestDB in trouble${why}`, () => {
  let server: QuestdbServer
  beforeAll(async () => {
    // Without it no table can be suspended by a statement.
    server = await startQuestdb({ environment: { QDB_DEV_MODE_ENABLED: 'true' } })
  })
  afterEach(async () => {
    // What failed in the midst of a pause fails alone.
    server.resume()
    for (const each of opened.splice(0)) await each.close()
  })
  afterAll(() => server.stop())

  /** How many rows of a tape there are in a table. */
  async function count(table: string, { profile }: Tape): Promise<number> {
    await settled(server)
    const text = `SELECT count() FROM ${table} WHERE profile = '${profile}'`
    return Number((await atConsole(server, text))[0]?.[0])
  }

  it('is waited for: it may be absent at first, be killed, and come back', async () => {
    const tape = newTape()
    const ticks = madeUpTicks(tape, 1).slice(0, 300)
    await server.kill()
    const store = history(server)
    const gone = refused('store.unreachable', 'QuestDB', '127.0.0.1', 'ECONNREFUSED', 'Start it')
    expect(await store.write(ticks.slice(0, 100))).toEqual(gone)
    expect(await store.query({ kind: 'positions', tape })).toEqual(gone)
    expect(store.status().failure?.code).toBe('store.unreachable')
    await server.restart()
    expect(await store.write(ticks.slice(0, 100))).toEqual(ok(undefined))
    await server.kill()
    expect(await store.write(ticks.slice(100, 200))).toMatchObject({
      error: { code: 'store.unreachable' },
    })
    await server.restart()
    for (const from of [0, 100, 200, 100]) {
      expect(await store.write(ticks.slice(from, from + 100))).toEqual(ok(undefined))
    }
    expect(await count('market_ticks', tape)).toBe(300)
  })

  it('is given up when it hangs, and then holds what was sent again once', async () => {
    const tape = newTape()
    const ticks = madeUpTicks(tape, 2).slice(0, 200)
    const store = history(server, { writeMillis: 700 })
    expect(await store.write(ticks.slice(0, 100))).toEqual(ok(undefined))
    await server.pause()
    const slow = refused('store.slow', 'did not answer to a batch within 700 ms')
    expect(await store.write(ticks.slice(100))).toEqual(slow)
    expect(await store.write(ticks.slice(100))).toEqual(slow)
    const asked: Question = { kind: 'latest', tape, ...SPAN, deadlineMillis: 300 }
    expect(await store.query(asked)).toEqual(refused('store.slow', 'by the deadline'))
    server.resume()
    await vi.waitUntil(async () => (await store.write(ticks.slice(100))).ok, LONG)
    expect(await count('market_ticks', tape)).toBe(200)
    expect(await store.query({ ...asked, deadlineMillis: 30_000 })).toMatchObject({ ok: true })
  })

  it('is told to stop when an answer is late, and answers others meanwhile', async () => {
    const tape = newTape()
    const store = history(server)
    // Rows enough that no machine counts them in time.
    await store.write([rowFixture('acks', columnsOf(tape))])
    await atConsole(
      server,
      'INSERT BATCH 1000000 INTO market_ticks (ts, mode, profile, run_id, trading_day, symbol, ' +
        'feed_seq, last, volume) SELECT timestamp_sequence(1597988220000000, 100), ' +
        `'paper', '${tape.profile}', '', 20200821, 'SHFE.ag2012', 0, rnd_double(), x ` +
        'FROM long_sequence(2000000)',
    )
    await settled(server)
    const late: Question = {
      kind: 'bars',
      tape,
      symbol: SYMBOLS[0],
      ...SPAN,
      length: 1,
      rows: 1_000_000,
      deadlineMillis: 100,
    }
    const [heavy, light] = await Promise.all([
      store.query(late),
      store.query({ kind: 'acks', tape, ...SPAN, deadlineMillis: 30_000 }),
    ])
    expect(heavy).toEqual(refused('store.slow', 'was told to stop'))
    expect(light).toMatchObject({ value: { rows: [expect.anything()] } })
    const others = "SELECT query FROM query_activity() WHERE query LIKE '%priced_volume%stretch%'"
    await vi.waitUntil(async () => {
      const running = await atConsole(server, others)
      return running.filter(([query]) => !String(query).includes('query_activity')).length === 0
    }, LONG)
    const next: Question = { kind: 'last-ticks', tape, symbol: SYMBOLS[0], count: 1 }
    expect(await store.query({ ...next, deadlineMillis: 30_000 })).toMatchObject({
      value: { rows: [expect.anything()] },
    })
  })

  it('gets its tables made anew when somebody drops one, and loses no batch by it', async () => {
    const tape = newTape()
    const store = history(server)
    const fills = (from: number): readonly Row[] =>
      Array.from({ length: 10 }, (_, index) =>
        rowFixture('fills', { ...columnsOf(tape), order_id: 'o', fill_id: `${from + index}` }),
      )
    expect(await store.write(fills(0))).toEqual(ok(undefined))
    await atConsole(server, 'DROP TABLE fills')
    expect(await store.write(fills(10))).toEqual(refused('store.schema', 'fills', 'is not there'))
    for (const from of [10, 20]) expect(await store.write(fills(from))).toEqual(ok(undefined))
    expect(await count('fills', tape)).toBe(20)
  })

  it('names the row that it will never take, and holds nothing of its batch', async () => {
    const tape = newTape()
    const { httpPort, pgPort } = server
    const place = readSettings({
      questdb: `http::addr=127.0.0.1:${httpPort};`,
      questdbPg: `postgres://127.0.0.1:${pgPort}/qdb`,
    })
    if (!place.ok) throw new Error(place.error.message)
    const writer = new LineWriter(place.value)
    await history(server).query({ kind: 'positions', tape })
    const row = rowFixture('acks', columnsOf(tape))
    // What our own check would have stopped.
    const bad = { ...row, trading_day: 2 ** 40 }
    expect(await writer.send([row, row, bad], 10_000)).toEqual(
      refused(
        'store.refused',
        'row 3 of 3 (acks)',
        'trading_day',
        'out bounds of column type: INT',
      ),
    )
    expect(await writer.send([row], 10_000)).toEqual(ok(undefined))
    expect(await count('acks', tape)).toBe(1)
  })

  it('is refused, with what to do, while a table is not as it should be', async () => {
    await atConsole(server, 'DROP TABLE IF EXISTS settlements')
    const store = history(server)
    const asked = { kind: 'positions', tape: newTape() } as const
    const { name, columns } = { name: 'settlements', columns: 'ts TIMESTAMP, mode SYMBOL' }
    const anew = 'RENAME TABLE'
    const cases: readonly (readonly [string, readonly string[]])[] = [
      [`CREATE TABLE ${name} (${columns})`, ['has no WAL', anew]],
      [`CREATE TABLE ${name} (${columns}) TIMESTAMP(ts) PARTITION BY MONTH WAL`, ['has no DEDUP']],
      [
        `CREATE TABLE ${name} (${columns}) TIMESTAMP(ts) PARTITION BY DAY WAL DEDUP UPSERT KEYS(ts)`,
        ['is partitioned by DAY, not MONTH', anew],
      ],
      [
        `CREATE TABLE ${name} (${columns}) TIMESTAMP(ts) PARTITION BY MONTH WAL DEDUP UPSERT KEYS(ts)`,
        ['has no column profile: ALTER TABLE settlements ADD COLUMN profile SYMBOL'],
      ],
    ]
    for (const [statement, words] of cases) {
      await atConsole(server, statement)
      expect(await store.query(asked)).toEqual(refused('store.schema', name, ...words))
      expect(await store.write(madeUpBooks(newTape()))).toEqual(refused('store.schema', ...words))
      await atConsole(server, `DROP TABLE ${name}`)
    }
    expect(await store.write(madeUpBooks(newTape()))).toEqual(ok(undefined))
    await atConsole(server, `ALTER TABLE ${name} DEDUP ENABLE UPSERT KEYS(ts, mode)`)
    // The server answers before it has done so.
    await vi.waitFor(async () => {
      expect(await history(server).query(asked)).toEqual(
        refused('store.schema', 'has the key ts, mode: ALTER TABLE', 'DEDUP ENABLE UPSERT KEYS(ts'),
      )
    }, LONG)
    await atConsole(server, `DROP TABLE ${name}`)
  })

  it('is refused while a table is suspended and shows nothing', async () => {
    expect(await history(server).write(madeUpBooks(newTape()))).toEqual(ok(undefined))
    // Rows that the server still takes out of its log would end the suspension.
    const behind = "SELECT sequencerTxn - writerTxn FROM wal_tables() WHERE name = 'acks'"
    await expect.poll(() => atConsole(server, behind), { timeout: 20_000 }).toEqual([['0']])
    await atConsole(server, 'ALTER TABLE acks SUSPEND WAL')
    const state = "SELECT suspended FROM wal_tables() WHERE name = 'acks'"
    await expect.poll(() => atConsole(server, state), { timeout: 20_000 }).toEqual([[true]])
    const store = history(server)
    expect(await store.write(madeUpBooks(newTape()))).toEqual(
      refused('store.schema', 'table acks', 'is suspended', 'ALTER TABLE acks RESUME WAL'),
    )
    await atConsole(server, 'ALTER TABLE acks RESUME WAL')
    expect(await store.write(madeUpBooks(newTape()))).toEqual(ok(undefined))
  })

  it('keeps out who has no password, and the password out of every word', async () => {
    const questdbPg = `postgres://admin:wrongsecret@127.0.0.1:${server.pgPort}/qdb`
    const store = history(server, { questdbPg })
    const answers = [
      await store.write(madeUpBooks(newTape())),
      await store.query({ kind: 'positions', tape: newTape() }),
    ]
    const kept = refused('store.config', 'does not let this user in')
    expect(answers).toEqual([kept, kept])
    expect(JSON.stringify([answers, store.status()])).not.toContain('wrongsecret')
  })

  it('is told from a server of another kind', async () => {
    const [none = 0] = await freePorts(1)
    const store = history(server, { questdb: `http::addr=127.0.0.1:${server.healthPort};` })
    expect(await store.write(madeUpBooks(newTape()))).toMatchObject({
      error: { code: 'store.unreachable' },
    })
    const nowhere = history(server, { questdbPg: `postgres://127.0.0.1:${none}/qdb` })
    expect(await nowhere.write(madeUpBooks(newTape()))).toEqual(
      refused('store.unreachable', String(none), 'Start it, or mend --questdb-pg'),
    )
  })

  it('has every table as this program wants it', async () => {
    const store = history(server)
    expect(await store.query({ kind: 'positions', tape: newTape() })).toMatchObject({ ok: true })
    const tables = await atConsole(
      server,
      'SELECT table_name, walEnabled, dedup FROM tables() ORDER BY table_name',
    )
    const ours = tables.filter(([name]) => TABLE_NAMES.some((each) => each === name))
    expect(ours).toEqual([...TABLE_NAMES].sort().map((name) => [name, true, true]))
  })
})
