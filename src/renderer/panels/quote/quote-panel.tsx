import type { ReactElement } from 'react'
import { PanelState, usePainter } from '../../components/index.ts'
import type { PanelCondition } from '../../components/index.ts'
import { useDesk, useLinked, usePreference, useSlice, useWords } from '../../desk/index.ts'
import { age } from '../../format/index.ts'
import { useChord, useKey } from '../../keys/index.ts'
import type { Word } from '../../words/index.ts'
import type { PanelProps } from '../panel-kind.ts'
import { useListCondition } from '../listing/list-condition.ts'
import { interestsOf } from '../listing/models.ts'
import { useTexts } from '../listing/use-texts.ts'
import type { QuoteText } from './quote-texts.ts'
import { paintQuote, spokenQuote } from './quote-texts.ts'
import './quote.css'

const PAIRS: readonly (readonly [QuoteText, Word, QuoteText, Word])[] = [
  ['bid', 'quote.bid', 'ask', 'quote.ask'],
  ['open', 'quote.open', 'average', 'quote.average'],
  ['high', 'quote.high', 'low', 'quote.low'],
  ['upperLimit', 'quote.limit-up', 'lowerLimit', 'quote.limit-down'],
  ['preSettlement', 'quote.pre-settlement', 'volume', 'quote.volume'],
  ['interest', 'quote.interest', 'interestChange', 'quote.interest-change'],
  ['turnover', 'quote.turnover', 'delay', 'quote.delay'],
]

/** Everything that the newest snapshot of one instrument says. */
export function QuotePanel({ letter }: PanelProps): ReactElement {
  const t = useWords()
  const desk = useDesk()
  const language = usePreference((preferences) => preferences.language)
  const symbol = useLinked(letter)
  const instrument = useSlice(['directory', 'focus'], () => desk.instrument(symbol ?? ''))
  const texts = useTexts<QuoteText>()
  const interests = interestsOf(desk)
  usePainter(['quotes', 'age', 'directory', 'focus'], () => {
    if (instrument === undefined) return
    paintQuote({ desk, instrument, texts, t, language, first: interests.of(instrument.id) })
  })
  const spoken = (): string => (instrument === undefined ? '' : spokenQuote(desk, instrument, t))
  useKey('speak', () => texts.write('spoken', spoken()))
  return (
    <PanelState condition={useQuoteCondition(symbol, instrument?.id)}>
      <div
        className="quote"
        tabIndex={0}
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
        <dl className="quote-pairs">
          {PAIRS.map(([left, leftWord, right, rightWord]) => (
            <div key={left}>
              <dt>{t(leftWord)}</dt>
              <dd>
                <span ref={texts.of(left)} />
              </dd>
              <dt>{t(rightWord)}</dt>
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
    </PanelState>
  )
}

function useQuoteCondition(symbol: string | undefined, id: number | undefined): PanelCondition {
  const t = useWords()
  const desk = useDesk()
  const keys = useChord('symbols')
  const has = useSlice(
    ['quotes', 'focus'],
    () => desk.replica?.state.quotes[id ?? -1] !== undefined,
  )
  useSlice(has ? [] : ['age'], () => undefined)
  const line = useListCondition(id === undefined, { words: t('quote.none'), keys })
  if (line.kind !== 'fine' || has) return line
  const what = t('quote.awaited', { symbol: symbol ?? '' })
  return { kind: 'loading', what, age: age(desk.lineAge()) }
}
