import type { AckFact, Fact } from '../contracts/index.ts'
import type { LoggedFact, LogLine } from '../contracts/window-frame.ts'
import { spoken } from './spoken.ts'
import { remember } from './remember.ts'

/** Lines that are kept. */
export const LINES_KEPT = 500

/** What happened, as facts: the newest lines, oldest first. */
export interface MessageLog {
  readonly lines: LogLine[]
  count: number
  /** By sender: what it was refused for last. */
  readonly refusals: Map<string, string>
}

export function createMessageLog(): MessageLog {
  return { lines: [], count: 0, refusals: new Map() }
}

/** A line that is said again right away is the same one, with a newer fact. */
export function say(log: MessageLog, source: string, fact: LoggedFact): void {
  const { lines } = log
  const newest = lines.at(-1)
  const again = newest?.source === source && spoken(newest.fact).text === spoken(fact).text
  if (again) lines.pop()
  else log.count++
  const times = again ? newest.times + 1 : 1
  remember(lines, { number: log.count, source, fact, times }, LINES_KEPT)
}

/** Tells a person of a fact, where it is one to be told of. */
export function sayFact(log: MessageLog, source: string, fact: Fact): void {
  if (isToBeTold(log, fact)) say(log, source, fact)
}

/**
 * The same of a fact of a snapshot, which may have been told of long ago.
 *
 * @returns whether there is a new line.
 */
export function sayFactOnce(log: MessageLog, source: string, fact: Fact): boolean {
  if (!isToBeTold(log, fact)) return false
  const { at, text } = spoken(fact)
  const known = log.lines.some((line) => {
    if (line.source !== source) return false
    const said = spoken(line.fact)
    return said.at === at && said.text === text
  })
  if (!known) say(log, source, fact)
  return !known
}

function isToBeTold(log: MessageLog, fact: Fact): fact is LoggedFact {
  switch (fact.kind) {
    case 'health':
    case 'state':
    case 'settlement':
    case 'reset':
      return true
    case 'ack':
      return isNewRefusal(log, fact)
    case 'order':
      return fact.order.status === 'rejected'
    default:
      return false
  }
}

/** A sender that is refused for the same reason again and again is told of once. */
function isNewRefusal({ refusals }: MessageLog, ack: AckFact): boolean {
  const text = ack.outcome === 'accepted' ? '' : spoken(ack).text
  if (text === (refusals.get(ack.sender) ?? '')) return false
  refusals.set(ack.sender, text)
  return text !== ''
}
