import type { AckFact, Fact, FillFact } from '../../../core/contracts/index.ts'
import type { LoggedFact } from '../../../core/contracts/window-frame.ts'
import type { Micros } from '../../../core/domain/index.ts'
import { spoken } from '../../../core/replica/index.ts'

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
      case 'state':
      case 'settlement':
        return this.#tell(fact)
      case 'ack':
        return this.#acknowledged(fact)
      case 'order':
        if (fact.order.status !== 'rejected') return
        return this.#tell(fact)
      default:
    }
  }

  /** A sender that is refused for the same reason again and again is told of once. */
  #acknowledged(ack: AckFact): void {
    const text = ack.outcome === 'accepted' ? '' : spoken(ack).text
    if (text === (this.#refusals.get(ack.sender) ?? '')) return
    this.#refusals.set(ack.sender, text)
    if (text !== '') this.#tell(ack)
  }

  #tell(fact: LoggedFact): void {
    const { at, ok, text } = spoken(fact)
    this.say(at, ok, text)
  }
}
