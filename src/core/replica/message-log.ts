import type { AckFact, Fact, ResetFact } from '../contracts/index.ts'
import type { LogLine } from '../contracts/window-frame.ts'
import { yuan } from '../domain/index.ts'
import { remember } from './remember.ts'

/** Lines that are kept. */
export const LINES_KEPT = 500

/** What happened, in words: the newest lines, oldest first. */
export interface MessageLog {
  readonly lines: LogLine[]
  count: number
  /** By sender: what it was refused for last. */
  readonly refusals: Map<string, string>
}

export function createMessageLog(): MessageLog {
  return { lines: [], count: 0, refusals: new Map() }
}

/** A line that is said again right away is the same one, with a newer stamp. */
export function say(
  log: MessageLog,
  source: string,
  { at, ok, text }: Pick<LogLine, 'at' | 'ok' | 'text'>,
): void {
  const { lines } = log
  const newest = lines.at(-1)
  const again = newest?.text === text && newest.source === source
  if (again) lines.pop()
  else log.count++
  const times = again ? newest.times + 1 : 1
  remember(lines, { number: log.count, at, source, ok, text, times }, LINES_KEPT)
}

/** Tells a person of a fact, where it is one to be told of. */
export function sayFact(log: MessageLog, source: string, fact: Fact): void {
  const line = lineOf(log, fact)
  if (line !== undefined) say(log, source, line)
}

/**
 * The same of a fact of a snapshot, which may have been told of long ago.
 *
 * @returns whether there is a new line.
 */
export function sayFactOnce(log: MessageLog, source: string, fact: Fact): boolean {
  const line = lineOf(log, fact)
  if (line === undefined) return false
  const known = log.lines.some(
    (each) => each.source === source && each.at === line.at && each.text === line.text,
  )
  if (!known) say(log, source, line)
  return !known
}

type Said = Pick<LogLine, 'at' | 'ok' | 'text'>

function lineOf(log: MessageLog, fact: Fact): Said | undefined {
  switch (fact.kind) {
    case 'health':
      return { at: fact.at, ok: fact.ok, text: fact.message }
    case 'state': {
      const who = fact.person === '' ? fact.cause : fact.person
      const text = `${fact.state} (${who}): ${fact.reason}`
      return { at: fact.at, ok: fact.state === 'active', text }
    }
    case 'ack':
      return refusalOf(log, fact)
    case 'order': {
      const { id, status, reason, updatedAt } = fact.order
      if (status !== 'rejected') return undefined
      return { at: updatedAt, ok: false, text: `order ${id}: ${reason}` }
    }
    case 'settlement': {
      const text = `day ${fact.tradingDay} is settled, ${fact.nextTradingDay} begins`
      return { at: fact.at, ok: true, text }
    }
    case 'reset':
      return { at: fact.at, ok: true, text: resetText(fact) }
    default:
      return undefined
  }
}

/** As the log says that paper money began anew. */
export function resetText({ person, before, cash }: Omit<ResetFact, 'kind' | 'at'>): string {
  const [was, now] = [yuan(before).toFixed(2), yuan(cash).toFixed(2)]
  return `${person} reset the account: it begins anew with ${now} CNY, after ${was} CNY`
}

/** A sender that is refused for the same reason again and again is told of once. */
function refusalOf(log: MessageLog, ack: AckFact): Said | undefined {
  const { at, sender, outcome, code, message } = ack
  const text = outcome === 'accepted' ? '' : `${sender}: ${code}: ${message}`
  if (text === (log.refusals.get(sender) ?? '')) return undefined
  log.refusals.set(sender, text)
  return text === '' ? undefined : { at, ok: false, text }
}
