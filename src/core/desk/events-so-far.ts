import type { StateFact } from '../contracts/index.ts'
import { STATE_CAUSES, TRADING_STATES } from '../contracts/index.ts'
import type { LogLine } from '../contracts/window-frame.ts'
import type { Micros, TradingDay } from '../domain/index.ts'
import { fen } from '../domain/index.ts'
import type { Replica } from '../replica/index.ts'
import type { EventBody, OrderStep } from './event-list.ts'

const RESET =
  /^(.*) reset the account: it begins anew with (-?\d+\.\d\d) CNY, after (-?\d+\.\d\d) CNY$/s

type Stamped = readonly [Micros, EventBody]

/** What a window that opens can tell of before: fills, orders, refusals, targets, and the log. */
export function eventsSoFar({ state, fills, acks, log }: Replica): readonly Stamped[] {
  const refused = acks.filter(({ outcome }) => outcome !== 'accepted')
  const told = new Set(refused.map(({ sender, code, message }) => `${sender}: ${code}: ${message}`))
  return [
    ...fills.map((fact): Stamped => [fact.fill.at, { kind: 'fill', fact }]),
    ...refused.map((ack): Stamped => [ack.at, { kind: 'refusal', ack }]),
    ...[...state.orders.values()].flatMap((order): readonly Stamped[] => {
      const first: Stamped = [order.createdAt, { kind: 'order', order, step: 'new' }]
      const step = endOf(order.status)
      return step === undefined
        ? [first]
        : [first, [order.updatedAt, { kind: 'order', order, step }]]
    }),
    ...state.targets
      .flat()
      .map((fact): Stamped => [fact.at, { kind: 'target', fact, before: undefined }]),
    ...log.lines.flatMap((line): readonly Stamped[] => {
      if (told.has(line.text) || line.text.startsWith('order ')) return []
      return [[line.at, stateIn(line) ?? settlementIn(line) ?? resetIn(line) ?? said(line)]]
    }),
  ]
}

function endOf(status: string): OrderStep | undefined {
  if (status === 'cancelled' || status === 'rejected' || status === 'unknown') return status
  return undefined
}

function said({ source, ok, text, times }: LogLine): EventBody {
  return { kind: 'said', source, ok, text, times }
}

/** `halted (person): why`, as the log says a state; who is a cause or a person. */
function stateIn({ at, text }: LogLine): EventBody | undefined {
  const found = /^(\w+) \((.*?)\): (.*)$/s.exec(text)
  const state = TRADING_STATES.find((each) => each === found?.[1])
  if (found === null || state === undefined) return undefined
  const who = found[2] ?? ''
  const cause = STATE_CAUSES.find((each) => each === who)
  const person = cause === undefined ? who : ''
  const reason = found[3] ?? ''
  const fact: StateFact = { kind: 'state', at, state, cause: cause ?? 'person', reason, person }
  return { kind: 'state', fact }
}

/** `day 20200821 is settled, 20200824 begins`. */
function settlementIn({ text }: LogLine): EventBody | undefined {
  const found = /^day (\d{8}) is settled, (\d{8}) begins$/.exec(text)
  if (found === null) return undefined
  const [tradingDay, nextTradingDay] = [Number(found[1]), Number(found[2])] as TradingDay[]
  if (tradingDay === undefined || nextTradingDay === undefined) return undefined
  return { kind: 'settlement', fact: { tradingDay, nextTradingDay } }
}

/** `ann reset the account: it begins anew with 5000000.00 CNY, after 4999000.00 CNY`. */
function resetIn({ text }: LogLine): EventBody | undefined {
  const found = RESET.exec(text)
  if (found === null) return undefined
  const [person = '', cash, before] = found.slice(1)
  return {
    kind: 'reset',
    fact: { person, before: fen(Number(before) * 100), cash: fen(Number(cash) * 100) },
  }
}
