import type { MarketTrade } from '../../domain/index.ts'
import type { DirectoryFact, Fact, SnapshotFact } from '../index.ts'
import type { Micros, Quote } from '../../domain/index.ts'
import { accountBody, marksBody, positionBody, resetBody, settlementBody } from './account.ts'
import type { Bodies, Body } from './body.ts'
import { bodies, body } from './body.ts'
import { directoryBody, helloBody } from './instrument.ts'
import { limitsBody } from './limits.ts'
import { fillBody, orderBody, targetBody } from './order.ts'
import type { TickTable } from './price.ts'
import { learnTicks } from './price.ts'
import { QUOTE_LAYOUT, QUOTE_SLOTS, readQuote, writeQuote } from './quote.ts'
import { choice, natural, number, whole } from './scalar.ts'
import type { Slot } from './shape.ts'
import { snapshotBody } from './snapshot.ts'
import { ackBody, healthBody, stateBody, timeBody } from './state.ts'
import { beatBody, runBody, vitalBody, warmUpBody } from './process.ts'
import {
  attributionBody,
  decisionBody,
  doneBody,
  predictionBody,
  settingBody,
  signalBody,
  stepBody,
  traceBody,
} from './strategy.ts'

export const QUOTE_NUMBER = 3

/** A mean of several trades lies between ticks, so the price is a double. */
const tradeBody = body<MarketTrade>('trade', 4, {
  instrument: natural(),
  at: whole(),
  price: number(),
  volume: whole(),
  side: choice(['buy', 'sell', 'unknown']),
  sign: number(),
  uncertainty: number(),
})

/** Numbers above are no facts. */
export const LAST_FACT_NUMBER = 63

/** Numbers 1–63: every fact. A directory that passes, either way, teaches the table its steps. */
export function factBodies(table: TickTable): Bodies<Fact> {
  const quote = quoteBody(table)
  const members = {
    hello: helloBody,
    directory: learning(table),
    quote,
    trade: tradeBody,
    order: orderBody,
    fill: fillBody,
    position: positionBody,
    account: accountBody,
    ack: ackBody,
    state: stateBody,
    limits: limitsBody,
    settlement: settlementBody,
    target: targetBody,
    health: healthBody,
    time: timeBody,
    signal: signalBody,
    prediction: predictionBody,
    decision: decisionBody,
    done: doneBody,
    step: stepBody,
    beat: beatBody,
    'warm-up': warmUpBody(quote),
    run: runBody,
    trace: traceBody,
    setting: settingBody,
    attribution: attributionBody,
    reset: resetBody,
    marks: marksBody,
    vital: vitalBody,
  }
  const inside = bodies<Exclude<Fact, SnapshotFact>>(members)
  return bodies<Fact>({ ...members, snapshot: snapshotBody(inside) })
}

/** A quote inside a snapshot: no frame stamps it, so its own stamp is absolute. */
function quoteBody(table: TickTable): Body<Quote> {
  return {
    kind: 'quote',
    number: QUOTE_NUMBER,
    about: 'a quote stamped from 0, as in a frame of quotes',
    fields: QUOTE_LAYOUT,
    write: (quote) => {
      const slots = new Array<Slot>(QUOTE_SLOTS)
      writeQuote(quote, 0 as Micros, table, slots)
      return slots
    },
    read: (slot) => readQuote(slot, 0 as Micros, table),
  }
}

function learning(table: TickTable): Body<DirectoryFact> {
  return {
    kind: directoryBody.kind,
    number: directoryBody.number,
    about: directoryBody.about,
    fields: directoryBody.fields,
    write: (fact) => {
      learnTicks(table, fact.instruments)
      return directoryBody.write(fact)
    },
    read: (slot) => {
      const fact = directoryBody.read(slot)
      learnTicks(table, fact.instruments)
      return fact
    },
  }
}
