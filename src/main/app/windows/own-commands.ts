import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { CommandReply, MainCommandName } from '../../../core/contracts/window.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { OpenWindow } from '../feed/index.ts'
import { restartBody, seenBody, tellBody, watchBody } from './own-bodies.ts'
import type { WindowEntry } from './window-book.ts'
import type { WindowHost } from './window-host.ts'

/** Questions of one window whose answers it does not have whole yet. */
export const MOST_QUESTIONS = 4

/** What main does by itself for one window. */
export class OwnCommands {
  readonly #host: WindowHost
  readonly #window: OpenWindow
  readonly #entry: WindowEntry
  #questions = 0

  constructor(host: WindowHost, window: OpenWindow, entry: WindowEntry) {
    this.#host = host
    this.#window = window
    this.#entry = entry
  }

  /** Does it and answers. @param body as it came: nothing of it is trusted. */
  async carryOut(name: MainCommandName, request: number, body: unknown): Promise<void> {
    if (name === 'history.ask') return this.#ask(request, body)
    this.#window.reply(request, replyOf(this.#do(name, body)))
  }

  #do(name: Exclude<MainCommandName, 'history.ask'>, body: unknown): Result<void, Failure> {
    switch (name) {
      case 'quotes.watch':
        return done(watchBody(body), ({ instruments }) => this.#window.watch(instruments))
      case 'window.seen':
        return done(seenBody(body), ({ seen }) => this.#window.see(seen))
      case 'clock.read':
        // The stamp is in the head of the answer.
        return ok(undefined)
      case 'window.tell':
        return done(tellBody(body), (told) => this.#entry.tell(told.name, told.figures))
      case 'worker.restart': {
        const wanted = restartBody(body)
        return wanted.ok ? this.#host.restart(wanted.value.name, wanted.value.person) : wanted
      }
    }
  }

  async #ask(request: number, body: unknown): Promise<void> {
    if (this.#questions >= MOST_QUESTIONS) {
      const why = explained('command.state/questions-of-window', { most: MOST_QUESTIONS })
      return this.#window.reply(request, replyOf(failed(why)))
    }
    this.#questions++
    const { question } = (body ?? {}) as { readonly question?: unknown }
    const found = await this.#host.ask(question)
    const answered = (): void => void this.#questions--
    // One that does not read its answers asks no more of them.
    if (found.ok) return this.#window.answer(request, found.value, answered)
    answered()
    this.#window.reply(request, replyOf(found))
  }
}

function done<Body>(
  body: Result<Body, Failure>,
  work: (body: Body) => void,
): Result<void, Failure> {
  if (!body.ok) return body
  work(body.value)
  return ok(undefined)
}

function replyOf(result: Result<void, Failure>): CommandReply {
  return result.ok
    ? { outcome: 'accepted', command: '', code: '', message: '' }
    : { outcome: 'refused', command: '', ...result.error }
}
