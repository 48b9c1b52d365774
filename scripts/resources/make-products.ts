import type { ListedExchange, Product, ProductFacts } from '../../src/core/domain/index.ts'
import { EXCHANGES } from '../../src/core/domain/index.ts'
import { dayOf } from './days.ts'
import { EXCHANGE_FACTS } from './exchange-facts.ts'
import { expiryFacts } from './expiry-facts.ts'
import { feeFacts, indexFees } from './fee-facts.ts'
import { limitFacts } from './limit-facts.ts'
import { marginFacts, marginRuns } from './margin-facts.ts'
import type { RawObservation, RawProduct, RawProducts } from './raw-products.ts'
import { multiplierFacts, tickFacts } from './tick-facts.ts'

const ABOUT =
  'Futures products of SHFE, INE, DCE, CZCE, CFFEX and GFEX. Lists are in order of validity: the ' +
  'last entry whose from (trading day) and fromContract (delivery month) have come holds; an ' +
  'entry without them holds as far back as is known. Fees are [share of the value, fen a lot]. ' +
  'Made by npm run products; see docs of src/core/domain/product-facts.ts.'

const WHAT: Readonly<Record<string, string>> = {
  TQ: 'contract files of eight dates, 2019-06-05 to 2020-06-16',
  TQX: 'contracts expired between 2016-01 and 2020-09',
  REC: 'prices recorded on 2020-08-21: price step as their greatest common divisor',
  WT: 'lists of products and contracts, 2022-03',
  WTF: 'fee table for back-tests, 2021-12-05 or before; no exchange table',
  WTPY: 'list of products, about 2023-12',
  SES: 'hand-kept table of every change of session, published 2026-09',
  FH: 'facts with exchange notice and effective day, relayed; the address follows where there is one',
  PUB: 'public tables without a known origin, as a second look',
  GK: 'general knowledge, read from no source',
}

/** The facts file out of what was collected. @throws RangeError when a fact makes no sense. */
export function makeProducts(raw: RawProducts): ProductFacts {
  const sources = Object.entries(WHAT).map(([name, what]) => {
    const { source, licence } = raw.sources[name] ?? { source: null, licence: null }
    const origin = name === 'REC' || typeof source !== 'string' ? '' : `; ${source}`
    const terms = name === 'REC' || typeof licence !== 'string' ? '' : ` (${licence})`
    return [name, `${what}${origin}${terms}`] as const
  })
  return {
    format: 1,
    about: ABOUT,
    compiled: raw.compiled,
    sources: Object.fromEntries(sources),
    formerCodes: Object.fromEntries(raw.legacy_codes.map(({ id, became }) => [id, became ?? ''])),
    exchanges: EXCHANGE_FACTS,
    products: raw.products.map(makeProduct),
  }
}

function makeProduct(raw: RawProduct): Product {
  const tick = tickFacts(raw.price_tick)
  const multiplier = multiplierFacts(raw.volume_multiple)
  const seen = ofLatestContracts(raw, tick.at(-1)?.fromContract)
  const observed = tick.findLast(({ from }) => from === undefined)
  const units = multiplier.at(-1)?.value ?? NaN
  const step = (observed?.units ?? NaN) / (observed?.scale ?? NaN)
  for (const { units: ticks, scale } of tick) {
    for (const { value } of multiplier) {
      if ((ticks * value * 100) % scale !== 0) {
        throw new RangeError(`a tick of ${raw.id} is not worth whole fen`)
      }
    }
  }
  const runs = marginRuns(seen, units, step)
  const isIndex = ['IF', 'IH', 'IC', 'IM'].includes(raw.id)
  return {
    code: raw.id,
    exchange: exchangeOf(raw.exchange),
    name: { en: raw.name_en, zh: raw.name_zh },
    lot: raw.unit.lot,
    ...(raw.listed === undefined ? {} : { listed: dayOf(raw.listed.value) }),
    tick,
    multiplier,
    sessions: raw.session_timeline.changes.map(({ from, session, approximate }) => ({
      from: dayOf(from),
      template: session,
      source: 'SES',
      ...(approximate === true ? { approximate } : {}),
    })),
    limits: limitFacts(raw),
    fees: isIndex ? indexFees() : feeFacts(raw, runs, seen, units),
    margin: marginFacts(raw, runs),
    expiry: expiryFacts(raw),
  }
}

/** Contracts of the price step that holds now: older ones traded in other units. */
function ofLatestContracts(
  { margin_commission_per_lot: seen }: RawProduct,
  fromContract: number | undefined,
): readonly RawObservation[] {
  const observations = seen?.observations ?? []
  if (fromContract === undefined) return observations
  return observations.filter(({ contract }) => 200_000 + Number(contract.slice(-4)) >= fromContract)
}

function exchangeOf(text: string): ListedExchange {
  const exchange = EXCHANGES.find((known) => known === text)
  if (exchange === undefined || exchange === 'SIM') throw new RangeError(`no exchange ${text}`)
  return exchange
}
