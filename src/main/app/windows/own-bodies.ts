import type { Failure } from '../../../core/contracts/index.ts'
import { failure } from '../../../core/contracts/index.ts'
import type { WindowCommands } from '../../../core/contracts/window.ts'
import type { InstrumentId, Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'

const MOST_INSTRUMENTS = 10_000
const MOST_FIGURES = 32
const LONGEST_NAME = 64
/** Of a figure: lower-case, with dots and units, like those of a beat. */
const FIGURE_NAME = /^[a-z][a-z0-9._]{0,39}$/
/** Of a window: words that a table can show. */
const WINDOW_NAME = /^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,31}$/u

type BodyOf<Name extends keyof WindowCommands> = Result<WindowCommands[Name]['request'], Failure>

/** What windows say of main's own commands, checked; the copy holds nothing else. */
export function watchBody(body: unknown): BodyOf<'quotes.watch'> {
  const { instruments } = fieldsOf(body)
  if (!isListOfIds(instruments)) {
    return misshapen(`instruments must be a list of at most ${MOST_INSTRUMENTS} numbers`)
  }
  return ok({ instruments })
}

export function seenBody(body: unknown): BodyOf<'window.seen'> {
  const { seen } = fieldsOf(body)
  return typeof seen === 'boolean' ? ok({ seen }) : misshapen('seen must be true or false')
}

export function tellBody(body: unknown): BodyOf<'window.tell'> {
  const { name, figures } = fieldsOf(body)
  if (typeof name !== 'string' || !WINDOW_NAME.test(name)) {
    return misshapen('name must be a word or two of at most 32 characters')
  }
  if (typeof figures !== 'object' || figures === null || Array.isArray(figures)) {
    return misshapen('figures must be an object of numbers')
  }
  const told = Object.entries(figures as Readonly<Record<string, unknown>>)
  if (told.length > MOST_FIGURES) return misshapen(`figures may be ${MOST_FIGURES} at most`)
  for (const [figure, value] of told) {
    if (!FIGURE_NAME.test(figure)) return misshapen('a figure is named like paint.p95_us')
    if (!Number.isFinite(value)) return misshapen(`figures.${figure} must be a finite number`)
  }
  return ok({ name, figures: Object.fromEntries(told) as Record<string, number> })
}

export function restartBody(body: unknown): BodyOf<'worker.restart'> {
  const { name, person } = fieldsOf(body)
  if (typeof name !== 'string' || name.length > LONGEST_NAME) {
    return misshapen('name must be that of a worker')
  }
  if (typeof person !== 'string' || person.length > LONGEST_NAME) {
    return misshapen(`person must be a text of at most ${LONGEST_NAME} characters`)
  }
  return ok({ name, person })
}

function fieldsOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
}

function isListOfIds(value: unknown): value is readonly InstrumentId[] {
  if (!Array.isArray(value) || value.length > MOST_INSTRUMENTS) return false
  return value.every((each: unknown) => Number.isSafeInteger(each) && Number(each) >= 0)
}

function misshapen(message: string): Result<never, Failure> {
  return failed(failure('command.shape', message))
}
