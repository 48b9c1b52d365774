import { parseArgs } from 'node:util'
import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import { modeRefusal } from './mode-words.ts'
import { nearestWords } from './nearest.ts'
import { OPTIONS, OTHER_FLAGS } from './options.ts'

/** What the command line says, flag by flag; the last one of a kind wins, paths add up. */
export interface Flags {
  /** By flag, without the dashes. */
  readonly values: ReadonlyMap<string, string>
  readonly paths: readonly string[]
}

const TAKES_VALUE = new Map([
  ...Object.values(OPTIONS).map(({ flag, placeholder }) => [flag, placeholder !== ''] as const),
  ...Object.entries(OTHER_FLAGS).map(
    ([flag, { placeholder }]) => [flag, placeholder !== ''] as const,
  ),
])

/**
 * Fails with `config.flag` for what is unknown, lacks its value, or has one too many, and with
 * `config.value` for a mode.
 */
export function readFlags(args: readonly string[]): Result<Flags, Failure> {
  const options = Object.fromEntries(
    [...TAKES_VALUE, ['mode', true] as const].map(([flag, takes]) => [
      flag,
      { type: takes ? ('string' as const) : ('boolean' as const) },
    ]),
  )
  const { tokens } = parseArgs({ args: [...args], options, strict: false, tokens: true })
  const values = new Map<string, string>()
  const paths: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') paths.push(token.value)
    if (token.kind !== 'option') continue
    const { name, rawName, value } = token
    if (rawName === '--mode') return failed(modeRefusal(rawName, value ?? ''))
    const takes = TAKES_VALUE.get(name)
    if (takes === undefined || !rawName.startsWith('--')) return failed(unknown(rawName))
    if (!takes && value !== undefined) {
      return failed(failure('config.flag', `${rawName} takes no value, was given ${value}`))
    }
    if (takes && (value === undefined || value === '' || /^-\D/.test(value))) {
      return failed(failure('config.flag', `${rawName} needs a value: ${rawName} ${wanted(name)}`))
    }
    if (name === 'replay') paths.push(String(value))
    else values.set(name, value ?? 'true')
  }
  return ok({ values, paths })
}

function wanted(flag: string): string {
  const option = Object.values(OPTIONS).find((each) => each.flag === flag) ?? OTHER_FLAGS[flag]
  return option?.placeholder ?? ''
}

function unknown(rawName: string): Failure {
  const near = nearestWords(rawName.replace(/^-+/, ''), [...TAKES_VALUE.keys()])
  const hint =
    near.length > 0 ? `did you mean ${near.map((flag) => `--${flag}`).join(' or ')}? ` : ''
  return failure('config.flag', `there is no flag ${rawName}; ${hint}--help lists them all`)
}
