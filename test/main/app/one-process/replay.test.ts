import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Stop, prepareRun } from '../../../../src/main/app/one-process/index.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { writeRecordings } from './recording-fixture.ts'
import { createQuickClock, prepared, ran, settingsFixture, surroundings } from './run-fixture.ts'

const SECONDS = 120

function recordings(seconds = SECONDS) {
  const data = temporaryFolder()
  const count = writeRecordings(data, seconds)
  return { data, count, settings: settingsFixture({ data, replay: [data] }) }
}

describe('a replay', () => {
  it('trades every quote, and ends the same twice, to the last byte of its log', async () => {
    const { settings, count } = recordings()
    const first = await ran(await prepared(settings))
    const { took: folder, ...rows } = first.rows
    const { took: otherFolder, ...again } = (await ran(await prepared(settings))).rows
    expect(again).toEqual(rows)
    expect(otherFolder).not.toBe(folder)
    expect({ ticks: rows['ticks'], failures: first.failures, state: rows['state'] }).toEqual({
      ticks: String(count),
      failures: [],
      state: 'active',
    })
    expect([Number.parseInt(rows['orders']!), Number.parseInt(rows['fills']!)]).toEqual([
      expect.toSatisfy((orders: number) => orders >= 10),
      expect.toSatisfy((fills: number) => fills >= 10),
    ])
  })

  it('gives every strategy its own instrument, and both the same where there is one', async () => {
    const { settings, data } = recordings(2)
    const owners = async (replay: readonly string[]) => {
      const { assembly, close } = await prepared({ ...settings, replay })
      await close()
      return assembly.strategies.map(({ owner, instrument }) => `${owner} ${instrument.symbol}`)
    }
    expect([await owners([data]), await owners([join(data, 'SIM.ag.csv.gz')])]).toEqual([
      ['1 SIM.ag', '2 SIM.cu'],
      ['1 SIM.ag', '2 SIM.ag'],
    ])
  })

  it('comes to the same at any speed, and takes the time that was recorded over the speed', async () => {
    const { settings } = recordings()
    const fast = await ran(await prepared(settings))
    const clock = createQuickClock()
    const slow = await ran(await prepared({ ...settings, speed: 10 }, surroundings({ clock })))
    expect(slow.rows['log']).toBe(fast.rows['log'])
    expect(Math.round(clock.slept() / 1000)).toBe(SECONDS / 10)
  })

  it('hashes otherwise with a delay on the line, yet the same with the same delay', async () => {
    const { settings } = recordings()
    const logs = []
    for (const latencyMs of [0, 30, 30]) {
      logs.push((await ran(await prepared({ ...settings, latencyMs }))).rows['log'])
    }
    expect([logs[1] === logs[0], logs[2] === logs[1]]).toEqual([false, true])
  })

  it('ends early when it is stopped, with a summary of what was', async () => {
    const { settings } = recordings()
    const stop = new Stop()
    stop.stop()
    const { rows, failures } = await ran(await prepared({ ...settings, speed: 1 }), stop)
    expect([rows['ticks'], failures]).toEqual(['0', []])
  })

  it('tells of rows that were left out, and fails at the end of a file that was cut', async () => {
    const { settings, data } = recordings(10)
    const text = readFileSync(join(data, 'SIM.cu.csv'), 'utf8').split('\n')
    text[3] = text[3]!.replace(/,[\d.]+$/, ',x')
    writeFileSync(join(data, 'SIM.cu.csv'), text.join('\n'))
    const gzip = readFileSync(join(data, 'SIM.ag.csv.gz'))
    writeFileSync(join(data, 'SIM.ag.csv.gz'), gzip.subarray(0, gzip.length - 200))
    const { notes, failures } = await ran(await prepared(settings))
    expect([notes, failures.map(({ code }) => code)]).toEqual([
      [expect.stringContaining('SIM.cu.csv, line 4')],
      ['recording.truncated'],
    ])
  })

  it('shows a contract of an unknown product, and trades it not', async () => {
    const { data } = recordings(5)
    const text = readFileSync(join(data, 'SIM.cu.csv'), 'utf8')
    const path = join(data, 'SHFE.zz2602.csv')
    writeFileSync(path, text)
    const run = await prepared(settingsFixture({ data, replay: [path] }))
    const messages = run.assembly.log.messages.map((line) => line.text)
    const { rows } = await ran(run)
    expect([rows['orders'], messages]).toEqual([
      '0 (0 cancels)',
      [
        'no strategy trades: quotes are shown, nothing is sent',
        'no price limits are recorded for SHFE.zz2602: that one rule stands aside',
        expect.stringMatching(
          /^SHFE\.zz2602 is shown, not traded: .*has no zz; add it there \[product\.unknown\]$/,
        ),
      ],
    ])
  })

  it('refuses what is no recording before anything is kept', async () => {
    const data = temporaryFolder()
    const path = join(data, 'notes.txt')
    writeFileSync(path, 'hello\n')
    const run = await prepareRun(settingsFixture({ data, replay: [path] }), surroundings())
    expect(run).toMatchObject({ ok: false, error: { code: 'recording.foreign' } })
  })
})
