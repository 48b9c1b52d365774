import type { FirstInterest, QuoteFigures } from '../../../core/desk/quote-figures.ts'
import { quoteFigures } from '../../../core/desk/quote-figures.ts'
import type { Instrument, Quote } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import {
  UNKNOWN,
  age,
  arrow,
  clockTime,
  decimal,
  direction,
  large,
  priceFormat,
  signed,
  signedPercent,
} from '../../format/index.ts'
import type { Language } from '../../preferences/index.ts'
import type { Translate } from '../../words/index.ts'
import type { Texts } from '../../components/index.ts'

/** What a quote tells. */
const FIGURES = [
  'last',
  'change',
  'age',
  'bid',
  'ask',
  'open',
  'average',
  'high',
  'low',
  'upperLimit',
  'lowerLimit',
  'preSettlement',
  'volume',
  'interest',
  'interestChange',
  'turnover',
  'delay',
] as const

export type QuoteText = (typeof FIGURES)[number] | 'terms' | 'spoken'

interface QuotePaint {
  readonly desk: Desk
  readonly instrument: Instrument
  readonly texts: Texts<QuoteText>
  readonly t: Translate
  readonly language: Language
  readonly first: FirstInterest | undefined
}

export function paintQuote(paint: QuotePaint): void {
  const { desk, instrument, texts, t } = paint
  const { decimals } = priceFormat(instrument)
  const tick = decimal(instrument.tickSize, decimals)
  texts.write('terms', t('quote.terms', { tick, multiplier: instrument.multiplier }))
  const quote = desk.quoteOf(instrument.id)
  if (quote === undefined) {
    // What still stands there is of another contract.
    for (const figure of FIGURES) texts.write(figure, figure === 'age' ? '' : UNKNOWN)
    return
  }
  const isOld = desk.isQuoteOld(instrument.id)
  const passed = desk.freshness.age(instrument.id, desk.sessionNow()) + desk.unheard()
  texts.write('age', isOld ? `◷ ${age(passed)}` : '', 'warn')
  const figures = quoteFigures(instrument, quote)
  paintLast(paint, quote, figures, isOld)
  paintPrices(paint, quote, figures, isOld)
  paintCounts(paint, quote, figures, isOld)
}

function paintLast(
  { instrument, texts }: QuotePaint,
  quote: Quote,
  { change, changeRatio, limit }: QuoteFigures,
  isOld: boolean,
): void {
  const format = priceFormat(instrument)
  const colour = isOld ? 'old' : direction(change)
  const boxed = limit === '' ? '' : ' quote-boxed'
  texts.write('last', format.price(quote.last), colour + boxed)
  const words = `${arrow(change)} ${signed(change, format.decimals)} ${signedPercent(changeRatio)} %`
  texts.write('change', Number.isNaN(change) ? UNKNOWN : words, colour)
}

const PRICES = ['open', 'high', 'low', 'upperLimit', 'lowerLimit'] as const

function paintPrices(
  { instrument, texts }: QuotePaint,
  quote: Quote,
  { average, limit }: QuoteFigures,
  isOld: boolean,
): void {
  const format = priceFormat(instrument)
  const colour = (price: number): string => {
    if (isOld) return 'old'
    return direction(price - quote.preSettlement)
  }
  for (const name of PRICES) {
    const isAt = name === (limit === 'up' ? 'upperLimit' : limit === 'down' ? 'lowerLimit' : '')
    const boxed = isAt ? ' quote-boxed' : ''
    texts.write(name, format.price(quote[name]), colour(quote[name]) + boxed)
  }
  for (const side of ['bid', 'ask'] as const) {
    const price = quote[`${side}Prices`][0] ?? NaN
    const lots = quote[`${side}Volumes`][0] ?? 0
    const words = lots > 0 ? `${format.price(price)} × ${decimal(lots)}` : UNKNOWN
    texts.write(side, words, colour(price))
  }
  texts.write('preSettlement', format.price(quote.preSettlement), isOld ? 'old' : '')
  texts.write('average', format.average(average), colour(average))
}

function paintCounts(
  { texts, t, language, first }: QuotePaint,
  quote: Quote,
  { delay }: QuoteFigures,
  isOld: boolean,
): void {
  const plain = isOld ? 'old' : ''
  texts.write('volume', decimal(quote.volume), plain)
  texts.write('interest', decimal(quote.openInterest), plain)
  const change = quote.openInterest - (first?.openInterest ?? NaN)
  texts.write('interestChange', signed(change), isOld ? 'old' : direction(change))
  if (first !== undefined) {
    texts.hint('interestChange', t('quote.interest-since', { time: clockTime(first.at) }))
  }
  texts.write('turnover', large(quote.turnover, language), plain)
  texts.write('delay', Number.isNaN(delay) ? UNKNOWN : `${decimal(delay / 1000, 1)} ms`, plain)
}

/** The quote in one sentence: for readers and for the clipboard. */
export function spokenQuote(desk: Desk, instrument: Instrument, t: Translate): string {
  const quote = desk.quoteOf(instrument.id)
  if (quote === undefined) return ''
  const format = priceFormat(instrument)
  const price = (value: number | undefined): string => format.price(value ?? NaN)
  const [bid, ask] = [price(quote.bidPrices[0]), price(quote.askPrices[0])]
  const { symbol } = instrument
  return t('quote.spoken', { symbol, last: price(quote.last), bid, ask })
}
