import type { Failure, RiskLimits } from '../../../core/contracts/index.ts'
import { DEFAULT_LIMITS, failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, fen, ok } from '../../../core/domain/index.ts'
import { nearestWords } from './nearest.ts'
import { isListOfText, isRecord } from './shapes.ts'

/** Bounds that a person gives in CNY; the gate counts in fen. */
const MONEY = new Set(['maxOrderNotional', 'maxDailyLoss'])
const COUNTS = new Set(['maxOrderLots', 'maxNetLots', 'maxGrossLots'])

/** Checks `limits` of a config file, money in CNY; what is left out keeps its careful default. */
export function readLimits(value: unknown, file: string): Result<RiskLimits, Failure> {
  const where = `${file}: limits`
  if (!isRecord(value)) return refused(`${where} must be an object`)
  const limits: Record<string, unknown> = { ...DEFAULT_LIMITS }
  for (const [name, bound] of Object.entries(value)) {
    if (!Object.hasOwn(DEFAULT_LIMITS, name)) {
      const known = Object.keys(DEFAULT_LIMITS)
      const near = nearestWords(name, known)
      const hint = near.length > 0 ? near.join(' or ') : known.join(', ')
      return refused(`${where}.${name} is no limit; did you mean ${hint}?`)
    }
    if (name === 'allowed') {
      if (!isListOfText(bound)) {
        return refused(`${where}.allowed must be a list of symbols such as SHFE.ag2012, or ["*"]`)
      }
      limits[name] = bound
      continue
    }
    const fault = faultOf(name, bound)
    if (fault !== undefined) return refused(`${where}.${name} must be ${fault}`)
    limits[name] = MONEY.has(name) ? fen((bound as number) * 100) : bound
  }
  return ok(limits as unknown as RiskLimits)
}

function faultOf(name: string, bound: unknown): string | undefined {
  const was = JSON.stringify(bound)
  if (typeof bound !== 'number' || !Number.isFinite(bound) || bound < 0) {
    return `a number from 0 up, was ${was}`
  }
  if (COUNTS.has(name) && !Number.isInteger(bound)) return `a whole number of lots, was ${was}`
  return name === 'messagesPerSecond' && bound < 1
    ? `1 or more, or no cancel could leave, was ${was}`
    : undefined
}

function refused(message: string): { readonly ok: false; readonly error: Failure } {
  return failed(failure('config.value', message))
}
