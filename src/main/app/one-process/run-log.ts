import type { AckFact, Fact, FillFact } from '../../../core/contracts/index.ts'
import type { Micros } from '../../../core/domain/index.ts'

/** One line for a person. */
export interface LogLine {
  /** Counts the lines of a run; one that was said again keeps its number. */
  readonly number: number
  readonly at: Micros
  readonly ok: boolean
  readonly text: string
}

const KEPT = 60

/** The newest fills and messages of a run, newest first, for whoever shows them. */
export class RunLog {
  readonly fills: FillFact[] = []
  readonly messages: LogLine[] = []
  readonly #refusals = new Map<string, string>()
  #count = 0

  say(at: Micros, ok: boolean, text: string): void {
    const [newest] = this.messages
    const again = newest?.text === text
    if (again) this.messages.shift()
    else this.#count++
    this.messages.unshift({ number: this.#count, at, ok, text })
    if (this.messages.length > KEPT) this.messages.pop()
  }

  fact(fact: Fact): void {
    switch (fact.kind) {
      case 'fill':
        this.fills.unshift(fact)
        if (this.fills.length > KEPT) this.fills.pop()
        return
      case 'health':
        return this.say(fact.at, fact.ok, fact.message)
      case 'state': {
        const who = fact.person === '' ? fact.cause : fact.person
        return this.say(fact.at, fact.state === 'active', `${fact.state} (${who}): ${fact.reason}`)
      }
      case 'ack':
        return this.#acknowledged(fact)
      case 'order':
        if (fact.order.status !== 'rejected') return
        return this.say(fact.order.updatedAt, false, `order ${fact.order.id}: ${fact.order.reason}`)
      case 'settlement':
        return this.say(
          fact.at,
          true,
          `day ${fact.tradingDay} is settled, ${fact.nextTradingDay} begins`,
        )
      default:
    }
  }

  /** A sender that is refused for the same reason again and again is told of once. */
  #acknowledged({ at, sender, outcome, code, message }: AckFact): void {
    const text = outcome === 'accepted' ? '' : `${sender}: ${code}: ${message}`
    if (text === (this.#refusals.get(sender) ?? '')) return
    this.#refusals.set(sender, text)
    if (text !== '') this.say(at, false, text)
  }
}
