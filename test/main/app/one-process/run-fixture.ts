import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import { setImmediate } from 'node:timers/promises'
import { resolve } from 'node:path'
import { ok } from '../../../../src/core/domain/index.ts'
import type { Model } from '../../../../src/core/ports/index.ts'
import { DIRECTION_LABELS } from '../../../../src/core/ports/index.ts'
import type { Settings } from '../../../../src/main/app/config/index.ts'
import type {
  Outcome,
  PreparedRun,
  Surroundings,
  WallClock,
} from '../../../../src/main/app/one-process/index.ts'
import { Stop, prepareRun, runToEnd } from '../../../../src/main/app/one-process/index.ts'

/** Wall time that passes only by being waited for. */
export function createQuickClock(): WallClock & { readonly slept: () => number } {
  let now = 0
  return {
    now: () => now,
    sleep: async (milliseconds) => {
      now += milliseconds
      await setImmediate()
    },
    breathe: () => setImmediate(),
    slept: () => now,
  }
}

/** Sees a rise in a book that outweighs its asks; stands in for a network. */
export const FAKE_MODEL = {
  manifest: { name: 'fake', sha256: '', labels: DIRECTION_LABELS },
  infer: (features: Float32Array) => {
    const top = features[0] ?? 0
    const rises = Math.min(1, Math.max(0, 0.5 + top / 2))
    return Promise.resolve(ok([1 - rises, 0, rises]))
  },
  close: () => Promise.resolve(),
} as unknown as Model

export function surroundings(overrides: Partial<Surroundings> = {}): Surroundings {
  return {
    resources: resolve(import.meta.dirname, '../../../../resources'),
    openModel: () => Promise.resolve(ok(FAKE_MODEL)),
    clock: createQuickClock(),
    today: () => new Date('2026-01-05T02:00:00.000Z'),
    ...overrides,
  }
}

export function settingsFixture(
  overrides: Partial<Settings> & { readonly data: string },
): Settings {
  return {
    replay: [],
    speed: Infinity,
    symbol: '',
    profile: 'default',
    seed: 1,
    rate: 100,
    fillRule: 'conservative',
    latencyMs: 0,
    cash: 1_000_000,
    seconds: Infinity,
    noModel: false,
    oneProcess: false,
    redis: '',
    questdb: '',
    questdbPg: '',
    noElectron: false,
    noOpen: false,
    noWeb: false,
    webPort: 0,
    runtime: '',
    silenceMs: 1000,
    strategies: undefined,
    limits: DEFAULT_LIMITS,
    ...overrides,
  }
}

export async function prepared(
  settings: Settings,
  around: Surroundings = surroundings(),
): Promise<PreparedRun> {
  const run = await prepareRun(settings, around)
  if (!run.ok) throw new Error(run.error.message)
  return run.value
}

/** Runs to the end; the outcome, with its summary as a record by row. */
export async function ran(
  run: PreparedRun,
  stop = new Stop(),
): Promise<Outcome & { readonly rows: Readonly<Record<string, string>> }> {
  const outcome = await runToEnd(run, stop, () => 0)
  const rows = Object.fromEntries(
    outcome.summary.slice(1).map((line) => [line.slice(2, 12).trim(), line.slice(12)]),
  )
  return { ...outcome, rows }
}
