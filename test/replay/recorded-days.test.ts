import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openOnnxModel } from '../../src/adapters/model/index.ts'
import { WALL_CLOCK } from '../../src/main/app/one-process/index.ts'
import {
  prepared,
  ran,
  settingsFixture,
  surroundings,
} from '../main/app/one-process/run-fixture.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { ABSENT, WHY, recordingAt } from './shared-recordings.ts'

const AROUND = surroundings({
  resources: resolve(import.meta.dirname, '../../resources'),
  openModel: (path) => openOnnxModel(path),
  clock: WALL_CLOCK,
})

async function replayed(path: string, noModel = false) {
  const settings = { data: temporaryFolder(), replay: [recordingAt(path)], noModel }
  const run = await prepared(settingsFixture({ ...settings, cash: 10_000_000 }), AROUND)
  const symbols = run.assembly.strategies.map(({ instrument }) => instrument.symbol)
  const { rows, failures, notes } = await ran(run)
  const number = (row: string): number => Number.parseInt(rows[row]!.replaceAll(',', ''))
  const { took: _, ...same } = rows
  return {
    same,
    symbols,
    failures,
    notes,
    ticks: number('ticks'),
    orders: number('orders'),
    fills: number('fills'),
  }
}

describe('a recorded day through the whole host', () => {
  it.skipIf(ABSENT)(`trades silver with rule and model, the same twice${WHY}`, async () => {
    const [first, second] = [
      await replayed('shfe_l5_20200821/feed_a/SHFE.ag2012.csv.gz'),
      await replayed('shfe_l5_20200821/feed_a/SHFE.ag2012.csv.gz'),
    ]
    expect(second).toEqual(first)
    const { symbols, ticks, failures } = first
    expect({ symbols, ticks, failures }).toEqual({
      symbols: ['SHFE.ag2012', 'SHFE.ag2012'],
      ticks: 7197,
      failures: [],
    })
    expect(Math.min(first.orders, first.fills)).toBeGreaterThan(100)
  })

  const others = [
    ['cffex_l5_20141225/CFFEX.IF1501_20141225_L5.csv.gz', 32_404],
    ['cffex_l5_20141225/CFFEX.TF1503_20141225_L5.csv.gz', undefined],
    ['cffex_if2101_l1/CFFEX.IF2101_20210105.csv.gz', undefined],
    ['shfe_l5_20200821/feed_a/CZCE.FG101.csv.gz', undefined],
  ] as const

  it.skipIf(ABSENT).each(others)(`trades %s${WHY}`, async (path, ticks) => {
    const run = await replayed(path, true)
    expect(run.failures).toEqual([])
    expect(run.ticks).toBe(ticks ?? run.ticks)
    expect(Math.min(run.orders, run.fills)).toBeGreaterThan(0)
  })

  it.skipIf(ABSENT)(`takes a folder, and names the files without quotes${WHY}`, async () => {
    const data = temporaryFolder()
    const replay = [recordingAt('shfe_l5_20200821/feed_a')]
    const { assembly, close } = await prepared(
      settingsFixture({ data, replay, noModel: true }),
      AROUND,
    )
    await close()
    const leftOut = assembly.log.messages.filter(({ text }) => text.startsWith('left out: '))
    expect([assembly.market.instruments.length, leftOut.length]).toEqual([56, 2])
  })
})
