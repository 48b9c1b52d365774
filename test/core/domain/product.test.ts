import { describe, expect, it } from 'vitest'
import type {
  Instrument,
  InstrumentId,
  ProductFacts,
  Symbol,
  Ticks,
  TradingDay,
} from '../../../src/core/domain/index.ts'
import {
  instrumentOf,
  priceOf,
  simulatedInstruments,
  ticksOf,
} from '../../../src/core/domain/index.ts'
import { shippedCalendar, shippedProducts } from '../../adapters/resources/shipped.ts'
import { saying, sayingText, sayingsText } from '../../../src/core/contracts/index.ts'

const facts = shippedProducts()
const calendar = shippedCalendar()

function chosen(symbol: string, day: number, from: ProductFacts = facts): Instrument {
  const found = instrumentOf(from, calendar, symbol as Symbol, 7 as InstrumentId, day as TradingDay)
  if (!found.ok) throw new Error(found.error.message)
  return found.value
}

function refusal(symbol: string): string {
  const found = instrumentOf(
    facts,
    calendar,
    symbol as Symbol,
    7 as InstrumentId,
    20_200_821 as TradingDay,
  )
  return found.ok ? 'known' : `${found.error.code}: ${found.error.message}`
}

const tickOf = ({ tickUnits, tickScale }: Instrument): string => `${tickUnits}/${tickScale}`

describe('instrumentOf', () => {
  it('chooses every fact that is valid on the day', () => {
    const perLot = { byValue: 0.00005, byLot: 0 }
    const { notes, ...instrument } = chosen('SHFE.cu2010', 20_200_821)
    expect(instrument).toEqual({
      id: 7,
      symbol: 'SHFE.cu2010',
      exchange: 'SHFE',
      product: 'cu',
      name: { en: 'Copper cathode', zh: '铜' },
      tickUnits: 10,
      tickScale: 1,
      tickSize: 10,
      multiplier: 5,
      tickValue: 5_000,
      maxLimitLots: 500,
      maxMarketLots: 0,
      orderKinds: ['limit', 'fak', 'fok'],
      closeRule: 'explicit',
      fees: { open: perLot, close: perLot, closeToday: perLot },
      marginRatio: { long: 0.07, short: 0.07 },
      expires: 20_201_015,
      tradable: true,
    })
    expect(notes.map(sayingText)).toContain('last trading day is approximate (GK)')
  })

  it('tells prices apart by contract where old and new lived side by side', () => {
    expect(tickOf(chosen('SHFE.au1911', 20_190_605))).toBe('5/100')
    expect(tickOf(chosen('SHFE.au1912', 20_190_605))).toBe('2/100')
    const [old, renewed] = [chosen('DCE.fb1911', 20_191_008), chosen('DCE.fb1912', 20_191_008)]
    expect([tickOf(old), old.multiplier]).toEqual(['5/100', 500])
    expect([tickOf(renewed), renewed.multiplier]).toEqual(['5/10', 10])
  })

  it('changes the price step on the day of the change', () => {
    expect(tickOf(chosen('DCE.l2201', 20_211_029))).toBe('5/1')
    expect(tickOf(chosen('DCE.l2201', 20_211_101))).toBe('1/1')
    expect(tickOf(chosen('INE.ec2608', 20_260_508))).toBe('1/10')
    expect(tickOf(chosen('INE.ec2608', 20_260_511))).toBe('5/10')
  })

  it('knows market orders on SHFE and INE from 2026-07-06, none on CFFEX, no FOK on CZCE', () => {
    const kinds = (symbol: string, day: number): unknown => {
      const { orderKinds, maxMarketLots } = chosen(symbol, day)
      return [orderKinds.join(' '), maxMarketLots]
    }
    expect(kinds('SHFE.cu2610', 20_260_703)).toEqual(['limit fak fok', 0])
    expect(kinds('SHFE.cu2610', 20_260_706)).toEqual(['limit market fak fok', 60])
    expect(kinds('INE.sc2610', 20_260_706)).toEqual(['limit market fak fok', 60])
    expect(kinds('CFFEX.IF2009', 20_200_821)).toEqual(['limit fak fok', 0])
    expect(kinds('CZCE.SR101', 20_200_821)).toEqual(['limit market fak', 200])
    expect(kinds('DCE.m2101', 20_200_821)).toEqual(['limit market fak fok', 1_000])
  })

  it('lets an order name the lots that it closes on SHFE and INE alone', () => {
    const rules = ['SHFE.cu2010', 'INE.sc2010', 'DCE.m2101', 'CZCE.SR101', 'CFFEX.IF2009']
    expect(rules.map((symbol) => chosen(symbol, 20_200_821).closeRule)).toEqual([
      'explicit',
      'explicit',
      'oldest-first',
      'oldest-first',
      'oldest-first',
    ])
  })

  it('reads the one digit of the year of a CZCE contract by the day', () => {
    expect(chosen('CZCE.SR101', 20_200_821).expires).toBe(20_210_115)
    expect(chosen('CZCE.SR101', 20_100_821).expires).toBe(20_110_117)
    expect(chosen('CZCE.SR001', 20_190_821).expires).toBe(20_200_115)
    expect(chosen('CZCE.SR909', 20_200_105).expires).toBe(20_190_916)
  })

  it('does not trade a contract after its last day, nor a product before its listing', () => {
    const late = chosen('SHFE.cu2010', 20_201_016)
    expect([late.tradable, late.notes[0]]).toEqual([
      false,
      saying('instrument.expired', { day: 20_201_015 }),
    ])
    const early = chosen('GFEX.lc2401', 20_230_720)
    expect([early.tradable, early.notes.slice(0, 2).map(sayingText)]).toEqual([
      false,
      ['no session is known on 20230720', 'lc is listed from 20230721'],
    ])
    expect(chosen('SHFE.fu1901', 20_180_702).notes[0]).toEqual(
      saying('instrument.not-traded-then', { day: 20_180_702 }),
    )
  })

  it('says where a general figure of the exchange stands in', () => {
    const { tradable, fees, marginRatio, notes } = chosen('GFEX.lc2401', 20_230_721)
    expect([tradable, fees.open, marginRatio.long]).toEqual([
      true,
      { byValue: 0.0001, byLot: 0 },
      0.15,
    ])
    const note = 'nothing is known of the product; a general figure of its exchange stands in'
    const told = notes.map(sayingText)
    expect(told).toContain(`fee is approximate (GK): ${note}`)
    expect(told).toContain(`margin is approximate (GK): ${note}`)
  })

  it('shows a contract whose facts are missing, and does not trade it', () => {
    const bare: ProductFacts = {
      ...facts,
      products: facts.products.map((product) =>
        product.code === 'cu' ? { ...product, tick: [] } : product,
      ),
    }
    const { tradable, tickSize, tickValue, notes } = chosen('SHFE.cu2010', 20_200_821, bare)
    expect({ tradable, tickSize, tickValue, note: sayingsText(notes.slice(0, 1)) }).toEqual({
      tradable: false,
      tickSize: NaN,
      tickValue: NaN,
      note: 'no price step is known on 20200821',
    })
  })

  it('refuses what it does not know, with a hint', () => {
    expect(refusal('SHFE.zz2010')).toBe(
      'product.unknown: SHFE.zz2010 is not known: resources/products.json has no zz; add it there',
    )
    expect(refusal('CZCE.TC101')).toContain('the code became ZC')
    expect(refusal('SHFE.CU2010')).toContain('has no CU')
    expect(refusal('CZCE.SR2101')).toContain('SR2101 is no futures contract of CZCE')
    expect(refusal('SHFE.cu2010C48000')).toContain('is no futures contract of SHFE')
    expect(refusal('NYMEX.CL2010')).toContain('names no exchange')
    expect(refusal('SIM.zz')).toContain('SIM.cu, SIM.au, SIM.ag')
  })

  it('is made for every product of the file on its latest day', () => {
    const untraded = facts.products
      .map(({ exchange, code }) => {
        const bare = code.replace('_f', '')
        const digits = exchange === 'CZCE' ? '612' : '2612'
        return `${exchange}.${bare}${digits}${code.endsWith('_f') ? 'F' : ''}`
      })
      .filter((symbol) => !chosen(symbol, 20_261_102).tradable)
    expect([facts.products.length, untraded]).toEqual([91, []])
  })
})

describe('the built-in market', () => {
  it('trades copper, gold and silver as SHFE has them last, with all order kinds', () => {
    const instruments = simulatedInstruments(facts)
    expect(instruments.map(({ id, symbol }) => [id, symbol])).toEqual([
      [0, 'SIM.cu'],
      [1, 'SIM.au'],
      [2, 'SIM.ag'],
    ])
    const { notes, name, ...gold } = instruments[1] as Instrument
    expect(gold).toEqual({
      id: 1,
      symbol: 'SIM.au',
      exchange: 'SIM',
      product: 'au',
      tickUnits: 2,
      tickScale: 100,
      tickSize: 0.02,
      multiplier: 1_000,
      tickValue: 2_000,
      maxLimitLots: 500,
      maxMarketLots: 60,
      orderKinds: ['limit', 'market', 'fak', 'fok'],
      closeRule: 'explicit',
      fees: {
        open: { byValue: 0, byLot: 1_000 },
        close: { byValue: 0, byLot: 1_000 },
        closeToday: { byValue: 0, byLot: 0 },
      },
      marginRatio: { long: 0.05, short: 0.05 },
      expires: undefined,
      tradable: true,
    })
    expect([name.en, notes]).toEqual([
      'Gold (simulated)',
      [saying('instrument.built-in', { symbol: 'SHFE.au' })],
    ])
  })

  it('gives the same instrument by its symbol', () => {
    expect(chosen('SIM.ag', 20_270_101)).toEqual({
      ...simulatedInstruments(facts)[2],
      id: 7,
    })
  })

  it('has prices that are exact', () => {
    const gold = simulatedInstruments(facts)[1] as Instrument
    const price = priceOf(gold, 21_017 as Ticks)
    expect([price, ticksOf(gold, price)]).toEqual([420.34, 21_017])
  })
})
