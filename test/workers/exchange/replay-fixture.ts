import type { ExchangeSpec } from '../../../src/core/contracts/worker-spec.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { RECORDED_FROM, writeRecordings } from '../../main/app/one-process/recording-fixture.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import type { Around } from './exchange-fixture.ts'
import { exchangeSpec, replayOf, startedExchange } from './exchange-fixture.ts'
import { connectedPeer } from './peer.ts'

export const SECONDS = 5
/** Two instruments, each with a quote every half second. */
export const QUOTES = 2 * 2 * SECONDS
export const FIRST = (RECORDED_FROM + 500_000) as Micros

interface Wanted {
  readonly speed?: number | null
  readonly folder?: string
  readonly recordings?: string
  readonly overrides?: Partial<ExchangeSpec>
  readonly around?: Around
}

export async function replay({ speed = null, ...wanted }: Wanted = {}) {
  const recordings = wanted.recordings ?? temporaryFolder()
  const folder = wanted.folder ?? temporaryFolder()
  if (wanted.recordings === undefined) writeRecordings(recordings, SECONDS)
  const market = replayOf([recordings], speed)
  const spec = exchangeSpec(folder, { market, ...wanted.overrides })
  const exchange = await startedExchange(spec, wanted.around)
  const peer = await connectedPeer(exchange.hub)
  await until(async () => (await peer.snapshot()).seqs['step'] === 1)
  return { ...exchange, folder, recordings, peer }
}

/** Seconds of the session. */
export function second(at: Micros): number {
  return (at - RECORDED_FROM) / 1_000_000
}
