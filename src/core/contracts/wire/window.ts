/**
 * Numbers 200–207: what main sends to a window. All are lists of fixed places:
 *
 * - 200 opening: `[number, position, at, origin, runId, about, sources, lines, facts, latest,
 *   quotes]`
 * - 201 changes: `[number, position, at, sources, facts, latest, quotes]`
 * - 202 resumed: `[number, position, at]`
 * - 203 reply: `[request, outcome, command, code, message, at]`
 * - 204 answer: `[request, more, answer]`, as history answers
 *
 * with `origin` as in a hello, each source `[name, worker, owner, epoch, line, silent,
 * staleSince, missed]`, each line `[number, source, fact, times]` with its fact as `[kind number,
 * fields]`, each of facts and latest `[source, kind number, fields]`, and quotes `[stamp, quote,
 * quote, …]`, whose own stamps count from the first place. Facts come before quotes, since
 * directories among them say in which steps the prices of quotes are counted.
 */
import type { Fact } from '../index.ts'
import type { Micros, Quote } from '../../domain/index.ts'
import type {
  About,
  ChangesFrame,
  LoggedFact,
  LogLine,
  OpeningFrame,
  ResumedFrame,
  Standing,
  Told,
  ToldFact,
  WindowFrame,
} from '../window-frame.ts'
import { LINE_STATES, LOGGED_KINDS } from '../window-frame.ts'
import type { AnswerFrame, ReplyFrame } from '../window.ts'
import { REPLY_OUTCOMES } from '../window.ts'
import { WORKERS } from '../worker-spec.ts'
import type { Bodies } from './body.ts'
import { bodies, body, inner } from './body.ts'
import { answerWire } from './history.ts'
import { originWire } from './origin.ts'
import type { TickTable } from './price.ts'
import { QUOTE_SLOTS, readQuote, writeQuote } from './quote.ts'
import { choice, flag, natural, number, positive, text, whole } from './scalar.ts'
import type { Slot, Wire } from './shape.ts'
import { named, WrongShape } from './shape.ts'
import { isList, list, tuple } from './tuple.ts'

const HEAD = { number: positive<number>(), position: natural<number>(), at: whole<Micros>() }

const standings = list(
  tuple<Standing>({
    name: text(),
    worker: choice([...WORKERS, 'main']),
    owner: text(),
    epoch: natural(),
    line: choice(LINE_STATES),
    silent: flag(),
    staleSince: number(),
    missed: number(),
  }),
)

const about = tuple<About>({
  version: text(),
  host: choice(['electron', 'browser']),
  node: text(),
  electron: text(),
  platform: text(),
  user: text(),
})

export type WindowMessage = WindowFrame | ReplyFrame | AnswerFrame

export function windowBodies(table: TickTable, facts: Bodies<Fact>): Bodies<WindowMessage> {
  const told = list(toldWire(facts))
  const lines = list(
    tuple<LogLine>({
      number: natural(),
      source: text(),
      fact: loggedWire(facts),
      times: positive(),
    }),
  )
  const news = {
    sources: standings,
    facts: told,
    latest: told,
    quotes: quotesWire(table),
  }
  return bodies<WindowMessage>({
    opening: body<OpeningFrame>('opening', 200, {
      ...HEAD,
      origin: originWire,
      runId: text(),
      about,
      sources: standings,
      lines,
      facts: told,
      latest: told,
      quotes: news.quotes,
    }),
    changes: body<ChangesFrame>('changes', 201, { ...HEAD, ...news }),
    resumed: body<ResumedFrame>('resumed', 202, HEAD),
    reply: body<ReplyFrame>('reply', 203, {
      request: natural(),
      outcome: choice(REPLY_OUTCOMES),
      command: text(),
      code: text(),
      message: text(),
      at: whole(),
    }),
    answer: body<AnswerFrame>('answer', 204, {
      request: natural(),
      more: flag(),
      answer: answerWire,
    }),
  })
}

function loggedWire(facts: Bodies<Fact>): Wire<LoggedFact> {
  const fact = inner(facts)
  return {
    about: `${fact.about}, of the kinds ${LOGGED_KINDS.join(', ')}`,
    write: (logged) => fact.write(logged),
    read: (slot) => {
      const read = fact.read(slot)
      if (!isLogged(read)) throw new WrongShape('a fact that a log may hold', read.kind)
      return read
    },
  }
}

function isLogged(fact: Fact): fact is LoggedFact {
  return LOGGED_KINDS.some((kind) => kind === fact.kind)
}

/** Three places instead of a place within a place: there are many of them. */
function toldWire(facts: Bodies<Fact>): Wire<Told> {
  const source = text<string>()
  const fact = inner(facts)
  return {
    about: '[source; number of its kind; its fields]',
    write: (told) => [source.write(told.source), ...(fact.write(told.fact) as readonly Slot[])],
    read: (slot) => {
      if (!isList(slot) || slot.length !== 3) {
        throw new WrongShape('a source, a kind and its fields', slot)
      }
      const read = fact.read(slot.slice(1))
      if (read.kind === 'quote' || read.kind === 'snapshot') {
        throw new WrongShape('a fact other than a quote or a snapshot', read.kind)
      }
      return { source: source.read(slot[0] as Slot), fact: read satisfies ToldFact }
    },
  }
}

function quotesWire(table: TickTable): Wire<readonly Quote[]> {
  const stamp = whole<Micros>()
  return {
    about: '[stamp; quotes as in a frame of quotes, stamped from it], or an empty list',
    write: (quotes) => {
      const from = quotes[0]?.at
      if (from === undefined) return []
      return [
        stamp.write(from),
        ...quotes.map((quote) => {
          const slots = new Array<Slot>(QUOTE_SLOTS)
          writeQuote(quote, from, table, slots)
          return slots
        }),
      ]
    },
    read: (slot) => {
      if (!isList(slot)) throw new WrongShape('a stamp and quotes', slot)
      if (slot.length === 0) return []
      try {
        const from = stamp.read(slot[0] as Slot)
        return slot.slice(1).map((each) => readQuote(each, from, table))
      } catch (error) {
        throw named(error, 'quotes')
      }
    },
  }
}
