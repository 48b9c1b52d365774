import type { Failure } from '../contracts/index.ts'
import { explained } from '../contracts/index.ts'
import type { Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import type { Parameters, StrategyDefinition } from './strategy.ts'

/** Fills in what was left out and refuses what is unknown, of another type or out of bounds. */
export function checkParameters(
  definition: StrategyDefinition,
  given: Readonly<Record<string, unknown>>,
): Result<Parameters, Failure> {
  const known = definition.parameters
  for (const name of Object.keys(given)) {
    if (!Object.hasOwn(known, name)) {
      const values = { kind: definition.kind, parameter: name, names: namesOf(Object.keys(known)) }
      return failed(explained('config.value/no-parameter', values))
    }
  }
  const complete: Record<string, number | string> = {}
  for (const [name, facts] of Object.entries(known)) {
    const value = given[name] ?? facts.default
    const told = { parameter: `${definition.kind}.${name}`, value: JSON.stringify(value) }
    if ('oneOf' in facts) {
      if (typeof value !== 'string' || !facts.oneOf.includes(value)) {
        return failed(explained('config.value/one-of', { ...told, names: namesOf(facts.oneOf) }))
      }
      complete[name] = value
    } else {
      const whole = facts.whole === true
      const fits = typeof value === 'number' && value >= facts.least && value <= facts.most
      if (!fits || (whole && !Number.isInteger(value))) {
        const key = whole ? 'config.value/whole' : 'config.value/number'
        return failed(explained(key, { ...told, least: facts.least, most: facts.most }))
      }
      complete[name] = value
    }
  }
  return ok(complete)
}

/** A number of checked parameters. */
export function numberOf(parameters: Parameters, name: string): number {
  const value = parameters[name]
  if (typeof value !== 'number') throw new TypeError(`parameter ${name} is no number`)
  return value
}

export function textOf(parameters: Parameters, name: string): string {
  const value = parameters[name]
  if (typeof value !== 'string') throw new TypeError(`parameter ${name} is no text`)
  return value
}

function namesOf(names: readonly string[]): string {
  return names.join(', ')
}
