import type { InstrumentId, IntentId, Micros, OwnerId, Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import type { Answer, Question } from '../history/index.ts'
import type {
  Command,
  CommandHead,
  CommandKind,
  ErrorCode,
  Failure,
  ServiceCommand,
  ServiceCommandKind,
} from './index.ts'
import { failure } from './index.ts'

/**
 * `sent`: handed to its worker, which tells of what comes of it by facts, not by an answer.
 * `unknown`: it was sent and nobody said in time what became of it; facts will tell. Nothing is
 * ever sent again.
 */
export const REPLY_OUTCOMES = ['accepted', 'refused', 'expired', 'unknown', 'sent'] as const
export type ReplyOutcome = (typeof REPLY_OUTCOMES)[number]

/** What a person at a window is told of a command, within 500 ms. */
export interface CommandReply {
  readonly outcome: ReplyOutcome
  /** The id under which it was sent, to find it among orders and acknowledgements; else empty. */
  readonly command: IntentId | ''
  readonly code: ErrorCode | ''
  readonly message: string
}

type Of<Kind extends string> = Extract<Command | ServiceCommand, { readonly kind: Kind }>
/** What a window says of a command; id, sender, epoch and expiry are main's to give. */
type Wanted<Kind extends string> = Omit<Of<Kind>, 'kind' | keyof CommandHead>
type Asking<Request> = { readonly request: Request; readonly reply: CommandReply }

/** Everything that a window can ask of main: the one map of that boundary. */
export interface WindowCommands {
  /** Orders by hand belong to the owner `hand`. */
  'order.submit': Asking<Omit<Wanted<'OrderIntent'>, 'owner'>>
  'order.amend': Asking<Wanted<'Amend'>>
  'order.cancel': Asking<Wanted<'Cancel'>>
  'orders.cancel': Asking<Record<string, never>>
  /** `person` is a typed name; the user of the machine is added to it. */
  'account.flatten': Asking<Wanted<'Flatten'>>
  'account.halt': Asking<Wanted<'Halt'>>
  'account.unlock': Asking<Wanted<'Unlock'>>
  'account.arm': Asking<Wanted<'Arm'>>
  'account.accept': Asking<Wanted<'AcceptReconciliation'>>
  'limits.set': Asking<Wanted<'SetLimits'>>
  'strategy.set': Asking<Wanted<'SetParameters'>>
  'strategy.pause': Asking<Wanted<'Pause'> & { readonly owner: OwnerId }>
  'strategy.resume': Asking<Wanted<'Resume'> & { readonly owner: OwnerId }>
  'replay.control': Asking<Wanted<'Replay'>>
  /** Whose quotes this window wants from now on; an empty list for all. */
  'quotes.watch': Asking<{ readonly instruments: readonly InstrumentId[] }>
  /** Whether anybody can see this window: what is hidden is told of the newest once a second. */
  'window.seen': Asking<{ readonly seen: boolean }>
  /** Paper money and paper positions begin anew; in simulated and paper alone. */
  'account.reset': Asking<Wanted<'ResetPaper'>>
  /** Answered by an answer frame, or by a refusal with the store's own code. */
  'history.ask': Asking<{ readonly question: Question }>
  /** Answered with main's monotonic stamp, to set the window's clock by. */
  'clock.read': Asking<Record<string, never>>
  /**
   * What the window measures of itself, for the table of processes; replaces what it told before.
   */
  'window.tell': Asking<{ readonly name: string; readonly figures: WindowFigures }>
  /** Ends a worker in good order and starts it again; never the gateway in a live session. */
  'worker.restart': Asking<{ readonly name: string; readonly person: string }>
}

/** By name, like those of a beat: `frame.p95_us`, `paint.p95_us`, `tasks.long`, `heap.mb`. */
export type WindowFigures = Readonly<Record<string, number>>

export type WindowCommandName = keyof WindowCommands

/** The command that a worker gets, by what a window calls it; the others are main's own to do. */
export const WORKER_COMMANDS = {
  'order.submit': 'OrderIntent',
  'order.amend': 'Amend',
  'order.cancel': 'Cancel',
  'orders.cancel': 'CancelAll',
  'account.flatten': 'Flatten',
  'account.halt': 'Halt',
  'account.unlock': 'Unlock',
  'account.arm': 'Arm',
  'account.accept': 'AcceptReconciliation',
  'limits.set': 'SetLimits',
  'strategy.set': 'SetParameters',
  'strategy.pause': 'Pause',
  'strategy.resume': 'Resume',
  'replay.control': 'Replay',
  'account.reset': 'ResetPaper',
} as const satisfies Partial<Record<WindowCommandName, CommandKind | ServiceCommandKind>>

export type WorkerCommandName = keyof typeof WORKER_COMMANDS

/** What main does by itself. */
export const MAIN_COMMANDS = [
  'quotes.watch',
  'window.seen',
  'history.ask',
  'clock.read',
  'window.tell',
  'worker.restart',
] as const satisfies readonly Exclude<WindowCommandName, WorkerCommandName>[]
export type MainCommandName = (typeof MAIN_COMMANDS)[number]

/** A window's question, as a plain object or as JSON. */
export interface WindowRequest<Name extends WindowCommandName = WindowCommandName> {
  /** Counted by the window; its answer carries it. */
  readonly request: number
  readonly name: Name
  readonly body: WindowCommands[Name]['request']
}

/** The answer to a window's question. */
export interface ReplyFrame extends CommandReply {
  readonly kind: 'reply'
  readonly request: number
  /** Main's monotonic stamp. */
  readonly at: Micros
}

/**
 * What history answers to a window: its rows in order, those of a long answer in several frames.
 */
export interface AnswerFrame {
  readonly kind: 'answer'
  readonly request: number
  /** Further rows come in another frame. */
  readonly more: boolean
  readonly answer: Answer
}

/** A question whose number and name are sound; its body is not looked at yet. */
export interface OpenedRequest {
  readonly request: number
  readonly name: WindowCommandName
  readonly body: unknown
}

/** @returns `command.shape` for what is no question of a window; never throws. */
export function openRequest(value: unknown): Result<OpenedRequest, Failure> {
  if (typeof value !== 'object' || value === null) return misshapen('a request is an object')
  const { request, name, body } = value as Partial<Record<keyof OpenedRequest, unknown>>
  if (typeof request !== 'number' || !Number.isSafeInteger(request) || request < 0) {
    return misshapen('a request carries its number, a whole one from 0 on, as `request`')
  }
  if (!isName(name)) return misshapen(`there is no command ${String(name)}`)
  return ok({ request, name, body })
}

function isOwn(name: string): boolean {
  return MAIN_COMMANDS.some((own) => own === name)
}

/** Whether a worker carries it out. */
export function isWorkerCommand(name: WindowCommandName): name is WorkerCommandName {
  return name in WORKER_COMMANDS
}

function isName(name: unknown): name is WindowCommandName {
  return typeof name === 'string' && (Object.hasOwn(WORKER_COMMANDS, name) || isOwn(name))
}

function misshapen(message: string): Result<never, Failure> {
  return failed(failure('command.shape', message))
}
