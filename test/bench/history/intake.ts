import { join } from 'node:path'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import { openOutbox } from '../../../src/adapters/history/index.ts'
import type { SenderId, TradingDay } from '../../../src/core/domain/index.ts'
import { Recorder } from '../../../workers/history/recorder.ts'
import type { Market } from '../recorded-market.ts'
import { newTape, pieces } from './bench-rows.ts'

const TOGETHER = 64
const TICKS = 100_000

/**
 * Ticks a second that the worker takes in: frames read, rows made of them and kept on disk. The
 * store is away, so that nothing else is measured.
 */
export function measureIntake({ instruments, quotes }: Market, folder: string) {
  const away = { write: () => new Promise<never>(() => undefined) }
  const opened = openOutbox({ folder: join(folder, 'intake'), history: away })
  if (!opened.ok) throw new Error(opened.error.message)
  const recorder = new Recorder(newTape(), opened.value.outbox, () => undefined)
  const tradingDay = 20200821 as TradingDay
  recorder.snapshot(
    {
      kind: 'snapshot',
      requester: 'history' as SenderId,
      facts: [
        { kind: 'hello', mode: 'replay', profile: 'bench', tradingDay },
        { kind: 'directory', instruments, owners: [] },
      ],
      seqs: {},
    },
    1,
  )
  const codec = createCodec(instruments)
  const frames = [...pieces(quotes.slice(0, TICKS), TOGETHER)].map((some, index) =>
    codec.encodeQuotes(some, 1 + index * TOGETHER, some[0]!.at, 1),
  )
  const begun = performance.now()
  for (const frame of frames) {
    const read = codec.decode(frame)
    if (!read.ok || read.value.kind !== 'facts') throw new Error('a frame cannot be read')
    for (const fact of read.value.facts) recorder.fact(fact, 1)
    recorder.keep()
  }
  const seconds = (performance.now() - begun) / 1000
  const { rows } = opened.value.outbox.status()
  if (rows < Math.min(TICKS, quotes.length)) throw new Error(`${rows} rows were kept`)
  return { intake_ticks_per_second: Math.round(rows / seconds) }
}
