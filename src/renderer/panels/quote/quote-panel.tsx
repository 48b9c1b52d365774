import type { ReactElement } from 'react'
import type { Instrument } from '../../../core/domain/index.ts'
import { PanelState, usePainter, useTexts } from '../../components/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import {
  useDesk,
  useLinkedInstrument,
  usePreference,
  useSelected,
  useWords,
} from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { Word } from '../../words/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { quotesCondition } from '../listing/list-condition.ts'
import { interestsOf } from '../listing/models.ts'
import { noContract } from '../listing/no-contract.ts'
import { useIsWide } from '../listing/use-is-wide.ts'
import type { QuoteText } from './quote-texts.ts'
import { paintQuote, spokenQuote } from './quote-texts.ts'
import './quote.css'

/** Left and right: text, its word, and the word where there is little room. */
const PAIRS: readonly (readonly [QuoteText, Word, Word, QuoteText, Word, Word])[] = [
  ['open', 'quote.open', 'quote.open', 'average', 'quote.average', 'quote.average'],
  ['high', 'quote.high', 'quote.high', 'low', 'quote.low', 'quote.low'],
  ['upperLimit', 'quote.limit-up', 'quote.up', 'lowerLimit', 'quote.limit-down', 'quote.down'],
  ['preSettlement', 'quote.pre-settlement', 'quote.settle', 'volume', 'quote.volume', 'quote.vol'],
  [
    'interest',
    'quote.interest',
    'quote.interest',
    'interestChange',
    'quote.interest-change',
    'quote.interest-change',
  ],
  ['turnover', 'quote.turnover', 'quote.turn', 'delay', 'quote.delay', 'quote.late'],
]

/** Everything that the newest snapshot of one instrument says. */
export function QuotePanel({ letter }: PanelProps): ReactElement {
  const { symbol, instrument } = useLinkedInstrument(letter)
  return (
    <PanelState condition={useQuoteCondition(symbol, instrument?.id)}>
      {instrument !== undefined && <Quote instrument={instrument} />}
    </PanelState>
  )
}

function Quote({ instrument }: { readonly instrument: Instrument }): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const language = usePreference((preferences) => preferences.language)
  const isWide = useIsWide()
  const texts = useTexts<QuoteText>()
  const interests = interestsOf(desk)
  usePainter(['quotes', 'age', 'directory', 'focus', 'link'], () => {
    paintQuote({ desk, instrument, texts, t, language, first: interests.of(instrument.id) })
  })
  const spoken = (): string => spokenQuote(desk, instrument, t)
  useKey('speak', () => texts.write('spoken', spoken()))
  return (
    <div
      className="quote"
      tabIndex={0}
      data-panel-focus=""
      role="group"
      aria-label={t('panel.quote')}
      onCopy={(event) => {
        if (String(getSelection()) !== '') return
        event.clipboardData.setData('text/plain', spoken())
        event.preventDefault()
      }}
    >
      <p className="quote-head">
        <span className="quote-last">
          <span ref={texts.of('last')} />
        </span>
        <span className="quote-change">
          <span ref={texts.of('change')} />
        </span>
        <span className="quote-age">
          <span ref={texts.of('age')} />
        </span>
        <span className="quote-terms">
          <span ref={texts.of('terms')} />
        </span>
      </p>
      <dl className="quote-best">
        {(['bid', 'ask'] as const).map((side) => (
          <div key={side}>
            <dt>{t(`quote.${side}`)}</dt>
            <dd>
              <span ref={texts.of(side)} />
            </dd>
          </div>
        ))}
      </dl>
      <dl className="quote-pairs">
        {PAIRS.map(([left, leftWord, leftShort, right, rightWord, rightShort]) => (
          <div key={left}>
            <dt>{t(isWide ? leftWord : leftShort)}</dt>
            <dd>
              <span ref={texts.of(left)} />
            </dd>
            <dt>{t(isWide ? rightWord : rightShort)}</dt>
            <dd>
              <span ref={texts.of(right)} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="only-spoken" role="status">
        <span ref={texts.of('spoken')} />
      </p>
    </div>
  )
}

function useQuoteCondition(symbol: string | undefined, id: number | undefined): PanelCondition {
  const t = useWords()
  const keys = useChord('symbols')
  return useSelected(['link', 'sources', 'age', 'quotes', 'focus'], (desk): PanelCondition => {
    const line = quotesCondition(desk, t)
    const has = desk.replica?.state.quotes[id ?? -1] !== undefined
    if (line.kind !== 'fine' || has) return line
    const none = noContract(desk, symbol, keys, t)
    if (none !== undefined) return none
    const what = t('quote.awaited', { symbol: symbol ?? '' })
    return { kind: 'loading', what, age: age(desk.lineAge()) }
  })
}
