import type { DirectoryFact, HelloFact, Owner } from '../index.ts'
import { MODES } from '../index.ts'
import type { FeeRate, FeeSchedule, Instrument } from '../../domain/index.ts'
import { EXCHANGES, ORDER_KINDS } from '../../domain/index.ts'
import { body } from './body.ts'
import { sayingWire } from './saying.ts'
import { choice, flag, natural, number, optional, text, whole } from './scalar.ts'
import { list, tuple } from './tuple.ts'

const feeRateWire = tuple<FeeRate>({ byValue: number(), byLot: number() })

const instrumentWire = tuple<Instrument>({
  id: natural(),
  symbol: text(),
  exchange: choice(EXCHANGES),
  product: text(),
  name: tuple<Instrument['name']>({ en: text(), zh: text() }),
  // Absent of a contract that is shown and not traded.
  tickUnits: number(),
  tickScale: number(),
  tickSize: number(),
  multiplier: number(),
  tickValue: number(),
  maxLimitLots: number(),
  maxMarketLots: number(),
  orderKinds: list(choice(ORDER_KINDS)),
  closeRule: choice(['explicit', 'oldest-first']),
  fees: tuple<FeeSchedule>({ open: feeRateWire, close: feeRateWire, closeToday: feeRateWire }),
  marginRatio: tuple<Instrument['marginRatio']>({ long: number(), short: number() }),
  expires: optional(whole()),
  tradable: flag(),
  notes: list(sayingWire),
})

export const directoryBody = body<DirectoryFact>('directory', 2, {
  instruments: list(instrumentWire),
  owners: list(tuple<Owner>({ id: natural(), name: text() })),
})

export const helloBody = body<HelloFact>('hello', 1, {
  mode: choice(MODES),
  profile: text(),
  tradingDay: whole(),
})
