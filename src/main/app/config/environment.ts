import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { modeRefusal } from './mode-words.ts'
import { nearestWords } from './nearest.ts'
import { OPTIONS } from './options.ts'

const PREFIX = 'GHTRADER_'
/** Variables with this beginning belong to the tests. */
const OF_TESTS = 'GHTRADER_TEST_'

/** The variable that stands for a flag: `GHTRADER_FILL_RULE`. */
export function variableOf(flag: string): string {
  return PREFIX + flag.replaceAll('-', '_').toUpperCase()
}

/**
 * The settings among the environment's variables, by flag; empty ones count as unset. An unknown
 * one fails with `config.value`: a mistyped setting must not pass unseen.
 */
export function readEnvironment(
  environment: Readonly<Record<string, string | undefined>>,
): Result<ReadonlyMap<string, string>, Failure> {
  const flags = [...Object.values(OPTIONS).map(({ flag }) => flag), 'config']
  const known = new Map(flags.map((flag) => [variableOf(flag), flag]))
  const values = new Map<string, string>()
  for (const [name, value] of Object.entries(environment)) {
    if (!name.startsWith(PREFIX) || name.startsWith(OF_TESTS) || !value) continue
    if (name === variableOf('mode')) return failed(modeRefusal(name, value))
    const flag = known.get(name)
    if (flag === undefined) {
      const [near] = nearestWords(name, [...known.keys()])
      const hint = near === undefined ? '' : `; did you mean ${near}?`
      const message = `the environment variable ${name} is no setting${hint}`
      return failed(failure('config.value', message))
    }
    values.set(flag, value)
  }
  return ok(values)
}
