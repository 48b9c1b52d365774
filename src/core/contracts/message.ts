import type { Epoch, Micros } from '../domain/index.ts'
import type { HistoryQuestion, HistoryReply } from './history-messages.ts'
import type { WindowFrame } from './window-frame.ts'
import type { AnswerFrame, ReplyFrame } from './window.ts'
import type { Command, Fact, Mode, ServiceCommand, VenueReport, VenueRequest } from './index.ts'

/** What never changes within an epoch: told in `hello` and on every snapshot only. */
export interface Origin {
  readonly source: string
  readonly mode: Mode
  readonly profile: string
  readonly epoch: Epoch
}

/** Facts of one kind that travelled together. */
export interface FactFrame {
  readonly kind: 'facts'
  /** Low 16 bits of the source's epoch: enough to see that it is another life. */
  readonly epoch: number
  /** Number of the first fact; the next ones count on by one. */
  readonly seq: number
  readonly at: Micros
  /** Of a `hello` or a snapshot; undefined on all others. */
  readonly origin: Origin | undefined
  readonly facts: readonly Fact[]
}

/** Facts of several kinds that were told in one turn, in the order in which they were told. */
export interface FactBundle {
  readonly kind: 'bundle'
  /** One a fact. */
  readonly frames: readonly FactFrame[]
}

/** Whatever one frame of bytes holds. */
export type Message =
  | FactFrame
  | FactBundle
  | { readonly kind: 'command'; readonly command: Command | ServiceCommand }
  | { readonly kind: 'request'; readonly request: VenueRequest }
  | { readonly kind: 'report'; readonly report: VenueReport }
  /** What main sends to a window. */
  | { readonly kind: 'window'; readonly frame: WindowFrame | ReplyFrame | AnswerFrame }
  | { readonly kind: 'history'; readonly message: HistoryQuestion | HistoryReply }

/** The facts of a message, however they travelled; none where it is something else. */
export function factFramesOf(message: Message): readonly FactFrame[] {
  if (message.kind === 'facts') return [message]
  return message.kind === 'bundle' ? message.frames : []
}
