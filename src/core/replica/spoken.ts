import type { ResetFact } from '../contracts/index.ts'
import { sayingText } from '../contracts/index.ts'
import type { LoggedFact } from '../contracts/window-frame.ts'
import type { Micros } from '../domain/index.ts'
import { never, yuan } from '../domain/index.ts'

/** A fact as a terminal says it, in English. */
export interface Spoken {
  /** Session time. */
  readonly at: Micros
  /** Whether all is well. */
  readonly ok: boolean
  readonly text: string
}

export function spoken(fact: LoggedFact): Spoken {
  switch (fact.kind) {
    case 'health':
      return { at: fact.at, ok: fact.ok, text: sayingText(fact.saying) }
    case 'state': {
      const who = fact.person === '' ? fact.cause : fact.person
      const text = `${fact.state} (${who}): ${sayingText(fact.reason)}`
      return { at: fact.at, ok: fact.state === 'active', text }
    }
    case 'ack': {
      const { at, sender, outcome, code, message } = fact
      return { at, ok: outcome === 'accepted', text: `${sender}: ${code}: ${message}` }
    }
    case 'order': {
      const { id, status, reason, updatedAt } = fact.order
      return { at: updatedAt, ok: status !== 'rejected', text: `order ${id}: ${reason}` }
    }
    case 'settlement': {
      const text = `day ${fact.tradingDay} is settled, ${fact.nextTradingDay} begins`
      return { at: fact.at, ok: true, text }
    }
    case 'reset':
      return { at: fact.at, ok: true, text: resetText(fact) }
    default:
      return never(fact)
  }
}

function resetText({ person, before, cash }: ResetFact): string {
  const [was, now] = [yuan(before).toFixed(2), yuan(cash).toFixed(2)]
  return `${person} reset the account: it begins anew with ${now} CNY, after ${was} CNY`
}
