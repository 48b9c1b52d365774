/**
 * `node gateway-process.ts RUNTIME DATA PINGPONG PACED`: the gateway with a market and a venue of
 * its own. The clock starts when a tick is handed to the market-data listener and stops when the
 * order it brought about is handed to the venue: first PINGPONG ticks one at a time, the next as
 * soon as the venue's answer to the last is taken in, then PACED at a thousand a second.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileEagerly } from '../../../src/adapters/process/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { Quote } from '../../../src/core/domain/index.ts'
import { openBenchGateway } from './bench-gateway.ts'
import { benchMarket } from './market.ts'
import { moment } from './moment.ts'
import type { LoopReport, Way } from './ways.ts'

compileEagerly()
const [runtime = '', data = '', pingpong = '', paced = ''] = process.argv.slice(2)
/** So that optimising compilers are done: they run on the same core. */
const WARM_UP = 4000
const PINGPONG = Number(pingpong)
const PACED = Number(paced)
const PER_SECOND = 1000
/** A tick that brought no order within so many ms is passed over, and counted. */
const PATIENCE = 50
/** Ticks that may be missed, as while the strategy joins. */
const SPARE = 1000

const { instrument, quotes } = benchMarket(WARM_UP + PINGPONG + PACED + SPARE)
let index = 1
let [published, collected, write, written, ordered] = [NaN, NaN, NaN, NaN, NaN]
let settled: () => void = () => undefined
/** Of the paced part: when ticks were handed over, targets came, and orders left. */
const handedAt = new Map<number, number>()
const targets: Uint8Array[] = []
const orders: { readonly intent: string; readonly at: number }[] = []
let isPaced = false

const gateway = await openBenchGateway([runtime, data], instrument, quotes[0] as Quote, {
  onPublish: () => {
    if (Number.isNaN(published)) published = moment()
  },
  onCollected: (frame) => {
    collected = moment()
    if (isPaced) targets.push(frame)
  },
  onWrite: () => {
    if (Number.isNaN(ordered)) write = moment()
  },
  onWritten: () => {
    if (Number.isNaN(ordered)) written = moment()
  },
  onOrder: ({ intent }) => {
    ordered = moment()
    if (isPaced) orders.push({ intent, at: ordered })
  },
  onSettled: () => settled(),
})

/** One tick, to the venue's answer; undefined where it brought no order in time. */
function one(): Promise<Way | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE, undefined)
    const quote = quotes[index++] as Quote
    published = collected = write = written = ordered = NaN
    settled = () => {
      if (Number.isNaN(ordered)) return
      settled = () => undefined
      clearTimeout(timer)
      resolve([quote.at, handed, published, collected, write, written, ordered])
    }
    const handed = gateway.hand(quote)
  })
}

async function run(): Promise<void> {
  while ((await one()) === undefined);
  for (let tick = 0; tick < WARM_UP; tick++) await one()
  globalThis.gc?.()
  const ways: Way[] = []
  let missed = 0
  for (let tick = 0; tick < PINGPONG; tick++) {
    const way = await one()
    if (way === undefined) missed++
    else ways.push(way)
  }
  const took = PACED > 0 ? await pace() : []
  const report: LoopReport = { ways, missed, paced: took, figures: gateway.figures }
  writeFileSync(join(runtime, 'gateway.json'), JSON.stringify(report))
  process.exit(0)
}

/** On an absolute schedule: what is due is handed over, however late the timer fires. */
async function pace(): Promise<readonly number[]> {
  settled = () => undefined
  await new Promise((resolve) => setTimeout(resolve, 100))
  isPaced = true
  const begun = performance.now()
  let handed = 0
  await new Promise<void>((resolve) => {
    const due = (): void => {
      const until = Math.min(PACED, Math.floor(((performance.now() - begun) / 1000) * PER_SECOND))
      for (; handed < until; handed++) {
        const quote = quotes[index++] as Quote
        handedAt.set(quote.at, gateway.hand(quote))
      }
      if (handed < PACED) setTimeout(due, 1)
      else setTimeout(resolve, 200)
    }
    due()
  })
  return answered()
}

/** From each tick to the order that its target brought about, read once the clock has stopped. */
function answered(): readonly number[] {
  const codec = createCodec([instrument])
  const decidedOn = new Map<string, number>()
  for (const frame of targets) {
    const read = codec.decode(frame)
    if (!read.ok || read.value.kind !== 'command') continue
    const { command } = read.value
    if (command.kind === 'TargetPosition') decidedOn.set(command.id, command.decidedOn)
  }
  return orders.flatMap(({ intent, at }) => {
    const stamp = decidedOn.get(intent.split('/')[0] ?? '')
    const handed = stamp === undefined ? undefined : handedAt.get(stamp)
    return handed === undefined ? [] : at - handed
  })
}

void run()
