import type { Failure } from '../contracts/index.ts'
import { failure } from '../contracts/index.ts'
import type { Instrument, Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import type { Parameters, StrategyDefinition } from './index.ts'
import { checkParameters, strategyOf } from './index.ts'
import type { StrategySetting } from '../contracts/strategy-setting.ts'
import { DEFAULT_STRATEGIES } from '../contracts/strategy-setting.ts'

/** One strategy on one instrument. */
export interface Assignment {
  /** Owner of what it trades. */
  readonly id: string
  readonly definition: StrategyDefinition
  readonly parameters: Parameters
  readonly instrument: Instrument
  /** Manifest of its model; undefined where it needs none. */
  readonly model: string | undefined
}

export interface Assigned {
  readonly assignments: readonly Assignment[]
  readonly notes: readonly string[]
}

export interface AssignmentRequest {
  readonly strategies: readonly StrategySetting[] | undefined
  readonly noModel: boolean
  /** What may be traded, in order. */
  readonly tradable: readonly Instrument[]
  /** Manifest of the shipped model. */
  readonly shippedModel: string
}

/**
 * Which strategy trades what. One that names no instruments takes the next in the market's order,
 * beginning again after the last. What is named and not there is left out, with a note; where
 * nothing of the config's own is left it fails with `config.value`.
 */
export function assignStrategies(request: AssignmentRequest): Result<Assigned, Failure> {
  const { strategies = DEFAULT_STRATEGIES, noModel, tradable, shippedModel } = request
  const assignments: Assignment[] = []
  const notes: string[] = []
  let wanted = 0
  strategies.forEach((setting, index) => {
    const definition = strategyOf(setting.kind)
    if (definition === undefined) throw new Error(`no strategy is of kind ${setting.kind}`)
    if (definition.needsModel && noModel) return
    wanted++
    const parameters = checkParameters(definition, setting.parameters)
    if (!parameters.ok) throw new Error(parameters.error.message)
    const { found, missing } = chooseInstruments(setting, tradable, index)
    for (const symbol of missing) {
      notes.push(`${setting.id} does not trade ${symbol}: this market does not offer it`)
    }
    for (const instrument of found) {
      assignments.push({
        id: setting.id,
        definition,
        parameters: parameters.value,
        instrument,
        model: definition.needsModel ? (setting.model ?? shippedModel) : undefined,
      })
    }
  })
  if (assignments.length === 0 && wanted > 0 && tradable.length > 0) {
    const symbols = tradable.map(({ symbol }) => symbol).slice(0, 8)
    const words = `no strategy of the config trades what this market offers (${symbols.join(', ')}…)`
    return failed(failure('config.value', `${words}: change their instruments, or leave them out`))
  }
  if (assignments.length === 0) notes.push('no strategy trades: quotes are shown, nothing is sent')
  return ok({ assignments, notes })
}

/** @param index of the setting among all, for one that names no instruments. */
export function chooseInstruments(
  { instruments }: Pick<StrategySetting, 'instruments'>,
  tradable: readonly Instrument[],
  index: number,
): { readonly found: readonly Instrument[]; readonly missing: readonly string[] } {
  if (instruments === undefined) {
    const next = tradable[index % tradable.length]
    return { found: next === undefined ? [] : [next], missing: [] }
  }
  const named = instruments.map((symbol) => ({
    symbol,
    instrument: tradable.find((each) => each.symbol === symbol),
  }))
  return {
    found: named.flatMap(({ instrument }) => instrument ?? []),
    missing: named.flatMap(({ symbol, instrument }) => (instrument === undefined ? symbol : [])),
  }
}
