import type { Micros } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { spoken } from '../../../core/replica/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import type { MessageView } from '../terminal/view.ts'

/** A line for whoever sits at the terminal and for nobody else: it may hold a secret. */
export interface TerminalLine {
  /** How many lines the log, which everybody reads, had begun by then. */
  readonly after: number
  readonly at: Micros
  readonly text: string
}

/** Main's words to the terminal alone. They are in no log, and reach neither windows nor stores. */
export class TerminalWords {
  readonly #lines: TerminalLine[] = []

  /** Oldest first. */
  get lines(): readonly TerminalLine[] {
    return this.#lines
  }

  say({ replica, now }: Pick<OpenedReplica, 'replica' | 'now'>, text: string): void {
    this.#lines.push({ after: replica.log.count, at: now(), text })
  }
}

/** Both, newest first, counted through: a number that was shown stays with its line. */
export function messagesOf(replica: Replica, own: readonly TerminalLine[]): readonly MessageView[] {
  const told = replica.log.lines.map(({ number, source, fact, times }) => {
    const { at, ok, text } = spoken(fact)
    return {
      number: number + own.filter(({ after }) => after < number).length,
      at,
      ok,
      text: messageText(replica, source, text, times),
    }
  })
  const ours = own.map(({ after, at, text }, place) => ({
    number: after + place + 1,
    at,
    ok: true,
    text,
  }))
  return [...told, ...ours].toSorted((one, other) => other.number - one.number)
}

/** Whose word it is, but for the account's own, and how often it was said. */
function messageText(replica: Replica, source: string, text: string, times: number): string {
  const own = source === replica.gateway || source === 'main'
  return `${own ? '' : `${source}: `}${text}${times > 1 ? ` (${times} times)` : ''}`
}
