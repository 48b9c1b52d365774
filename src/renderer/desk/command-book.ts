import type {
  CommandReply,
  WindowCommandName,
  WindowCommands,
} from '../../core/contracts/window.ts'
import { subjectOf } from '../../core/desk/command-subject.ts'
import type { Session } from '../session/index.ts'

export type AskName = Exclude<WindowCommandName, 'history.ask' | 'clock.read'>

/** Something that a person at this window wanted, and what came of it. */
export interface SentCommand<Name extends AskName = AskName> {
  /** Counts them. */
  readonly number: number
  readonly name: Name
  readonly body: WindowCommands[Name]['request']
  /** Milliseconds of the page's clock. */
  readonly sentAt: number
  /** Undefined until something is known. */
  readonly reply: CommandReply | undefined
  readonly answeredAt: number
}

interface UnderWay {
  readonly words: string
  readonly reply: Promise<CommandReply>
}

const KEPT = 200

/** What this window asked for, newest last: `sent`, then accepted, refused, expired or unknown. */
export class CommandBook {
  readonly #session: Pick<Session, 'ask'>
  readonly #changed: () => void
  readonly #now: () => number
  readonly #sent: SentCommand[] = []
  /** By subject: what was sent last of it, until its reply is there. */
  readonly #underWay = new Map<string, UnderWay>()
  #count = 0

  constructor(session: Pick<Session, 'ask'>, changed: () => void, now: () => number) {
    this.#session = session
    this.#changed = changed
    this.#now = now
  }

  get all(): readonly SentCommand[] {
    return this.#sent
  }

  get newest(): SentCommand | undefined {
    return this.#sent.at(-1)
  }

  /**
   * Sends once; what comes of it is in the reply, and in the book. What is under way already is not
   * sent again, however often it is pressed before anything is drawn: its reply is the reply. Never
   * rejects.
   */
  async send<Name extends AskName>(
    name: Name,
    body: WindowCommands[Name]['request'],
  ): Promise<CommandReply> {
    const { subject, adds } = subjectOf(name, body)
    const words = `${name} ${JSON.stringify(body)}`
    const last = this.#underWay.get(subject)
    if (!adds && last?.words === words) return last.reply
    const underWay: UnderWay = { words, reply: this.#send(name, body) }
    this.#underWay.set(subject, underWay)
    void this.#ends(subject, underWay)
    return underWay.reply
  }

  async #ends(subject: string, underWay: UnderWay): Promise<void> {
    await underWay.reply
    if (this.#underWay.get(subject) === underWay) this.#underWay.delete(subject)
  }

  async #send<Name extends AskName>(
    name: Name,
    body: WindowCommands[Name]['request'],
  ): Promise<CommandReply> {
    const number = ++this.#count
    const sent: SentCommand = {
      number,
      name,
      body,
      sentAt: this.#now(),
      reply: undefined,
      answeredAt: NaN,
    }
    if (this.#sent.push(sent) > KEPT) this.#sent.shift()
    this.#changed()
    const reply = await this.#session.ask(name, body)
    const place = this.#sent.findIndex((each) => each.number === number)
    if (place >= 0) this.#sent[place] = { ...sent, reply, answeredAt: this.#now() }
    this.#changed()
    return reply
  }
}
