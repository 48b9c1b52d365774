import type { Failure } from '../../core/contracts/index.ts'
import { MODES, failure } from '../../core/contracts/index.ts'
import type { SpecOf, WorkerKind } from '../../core/contracts/worker-spec.ts'
import { FILL_RULES } from '../../core/exchange/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { failed, ok } from '../../core/domain/index.ts'
import type { Check } from './shape.ts'
import {
  among,
  any,
  either,
  exactly,
  flag,
  fullText,
  isRecord,
  like,
  listOf,
  optional,
  orNull,
  tableOf,
  text,
  within,
} from './shape.ts'

const doors = exactly({ publish: fullText, collect: fullText, answer: optional(fullText) })
const secret = either(exactly({ variable: fullText }), exactly({ file: fullText }))
const whole = within(0, Number.MAX_SAFE_INTEGER)
const name = like(/^[a-z]+(\.[A-Za-z0-9_-]{1,32})?$/, 'a name such as gateway or strategy.rule')

const HEAD = {
  name,
  mode: among(MODES),
  profile: like(/^[a-z0-9_]{1,24}$/, 'a short name of a–z, 0–9 and _'),
  runId: text,
  version: fullText,
  runtime: fullText,
  folder: fullText,
  resources: fullText,
  doors,
  peers: tableOf(doors),
  keys: optional(secret),
  silenceMs: within(50, 600_000),
  orphanMs: orNull(within(0, 86_400_000)),
}

const market = either(
  exactly({ kind: among(['simulated']), seed: whole, rate: within(0, 100_000) }),
  exactly({
    kind: among(['replay']),
    paths: listOf(fullText),
    symbol: text,
    fillRule: among(FILL_RULES),
    speed: orNull(within(Number.MIN_VALUE, Number.MAX_VALUE)),
  }),
  exactly({
    kind: among(['follow']),
    gateway: name,
    fillRule: among(FILL_RULES),
    maxQuoteAgeMs: within(1, 86_400_000),
  }),
)

const setting = exactly({
  id: fullText,
  kind: fullText,
  instruments: optional(listOf(fullText)),
  parameters: tableOf(any),
  model: optional(fullText),
})

const limits = exactly({
  maxOrderLots: whole,
  maxOrderNotional: whole,
  maxNetLots: whole,
  maxGrossLots: whole,
  collarRatio: within(0, 1),
  ordersPerSecond: whole,
  messagesPerSecond: whole,
  maxDailyLoss: whole,
  allowed: listOf(fullText),
})

const FIELDS: { readonly [Kind in WorkerKind]: Readonly<Record<string, Check>> } = {
  gateway: {
    data: fullText,
    exchange: name,
    feed: optional(name),
    owners: listOf(fullText),
    lockStep: listOf(fullText),
    limits,
    durable: flag,
  },
  strategy: { gateway: name, setting, index: whole, lockStep: flag },
  exchange: {
    market,
    cash: within(0.01, 1e12),
    latencyMs: within(0, 10_000),
    seed: whole,
    durable: flag,
  },
  history: {
    sources: listOf(name),
    redis: optional(secret),
    questdb: optional(secret),
    questdbPg: optional(secret),
  },
  watchdog: { gateway: name, exchange: name },
}

/** Reads the arguments of a worker strictly: one JSON object with exactly its fields, all valid. */
export function readWorkerSpec<Kind extends WorkerKind>(
  worker: Kind,
  parameters: readonly string[],
): Result<SpecOf<Kind>, Failure> {
  const refused = (what: string): Result<never, Failure> =>
    failed(failure('worker.spec', `${worker}: ${what}; docs/processes.md shows a whole one`))
  if (parameters.length !== 1) {
    return refused(`${parameters.length} arguments were given, where one JSON object is needed`)
  }
  const value = parsed(parameters[0] ?? '')
  if (!isRecord(value)) return refused('the argument was no JSON object')
  const expected = exactly({ worker: among([worker]), ...HEAD, ...FIELDS[worker] })(value)
  if (expected !== undefined) return refused(`the argument must be ${expected}`)
  return ok(value as unknown as SpecOf<Kind>)
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
