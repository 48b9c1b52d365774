import { MODES } from '../contracts/index.ts'
import { ANSWER_COLUMNS } from './answer-columns.ts'
import type { Question } from './question.ts'
import { LONGEST_DEADLINE, MOST_ROWS, USUAL_ROWS } from './question.ts'

/** Characters of a name in a question, at most. */
const LONGEST_NAME = 200

/**
 * Why a question cannot be asked, in words that name the field; undefined for a sound one. It may
 * come from a window, so nothing of its shape is taken for granted.
 */
export function questionFault(question: Question): string | undefined {
  const asked: unknown = question
  if (typeof asked !== 'object' || asked === null) return 'a question must be an object'
  const { kind, rows, deadlineMillis, tape } = asked as Readonly<Record<string, unknown>>
  if (typeof kind !== 'string' || !Object.hasOwn(ANSWER_COLUMNS, kind)) {
    return `there is no question ${shown(kind)}; there are ${Object.keys(ANSWER_COLUMNS).join(', ')}`
  }
  return (
    (rows === undefined ? undefined : countFault('rows', rows, MOST_ROWS)) ??
    (deadlineMillis === undefined
      ? undefined
      : countFault('deadlineMillis', deadlineMillis, LONGEST_DEADLINE)) ??
    tapeFault(kind, tape) ??
    fieldsFault(question)
  )
}

function fieldsFault(question: Question): string | undefined {
  const rows = question.rows ?? USUAL_ROWS
  switch (question.kind) {
    case 'last-ticks':
      return nameFault('symbol', question.symbol) ?? countFault('count', question.count, rows)
    case 'bars':
      return contractFault(question) ?? lengthFault(question.length, 1)
    case 'stored-bars':
      return contractFault(question) ?? lengthFault(question.length, 1_000_000)
    case 'chart':
      return contractFault(question) ?? countFault('buckets', question.buckets, rows)
    case 'ticks':
      return contractFault(question)
    case 'signals':
    case 'decisions':
      return nameFault('owner', question.owner) ?? spanFault(question)
    case 'positions':
      return undefined
    case 'orders':
      return momentFault('from', question.from)
    case 'order-events':
      return nameFault('orderId', question.orderId)
    default:
      return spanFault(question)
  }
}

function tapeFault(kind: string, tape: unknown): string | undefined {
  if (kind === 'tapes') return undefined
  if (typeof tape !== 'object' || tape === null) return 'tape must name a mode, profile and run'
  const { mode, profile, runId } = tape as Readonly<Record<string, unknown>>
  if (!MODES.some((known) => known === mode)) return `tape.mode must be one of ${MODES.join(', ')}`
  return nameFault('tape.profile', profile) ?? nameFault('tape.runId', runId)
}

function contractFault(question: { symbol: string; from: number; to: number }): string | undefined {
  return nameFault('symbol', question.symbol) ?? spanFault(question)
}

function spanFault({ from, to }: { from: number; to: number }): string | undefined {
  const fault = momentFault('from', from) ?? momentFault('to', to)
  if (fault !== undefined) return fault
  return from <= to ? undefined : `from must not lie after to, was ${from} and ${to}`
}

function momentFault(field: string, value: unknown): string | undefined {
  if (Number.isSafeInteger(value) && Number(value) >= 0) return undefined
  return `${field} must be epoch µs, a whole number from 0 on, was ${shown(value)}`
}

function lengthFault(length: unknown, unit: number): string | undefined {
  if (Number.isSafeInteger(length) && Number(length) > 0 && Number(length) % unit === 0) {
    return undefined
  }
  return `length must be a whole multiple of ${unit} µs above zero, was ${shown(length)}`
}

function countFault(field: string, value: unknown, most: number): string | undefined {
  if (Number.isSafeInteger(value) && Number(value) > 0 && Number(value) <= most) return undefined
  return `${field} must be a whole number from 1 to ${most}, was ${shown(value)}`
}

function nameFault(field: string, value: unknown): string | undefined {
  if (typeof value === 'string' && value.length <= LONGEST_NAME) return undefined
  return `${field} must be text of at most ${LONGEST_NAME} characters`
}

function shown(value: unknown): string {
  return typeof value === 'number' || typeof value === 'string' ? String(value) : typeof value
}
