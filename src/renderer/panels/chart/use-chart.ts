import type { RefObject } from 'react'
import { useEffect, useRef, useState } from 'react'
import type { OrderWish } from '../../../core/desk/order-preview.ts'
import type { Instrument } from '../../../core/domain/index.ts'
import { observeSize } from '../../components/index.ts'
import type { Letter } from '../../desk/index.ts'
import { useWindow } from '../../desk/index.ts'
import type { Sentence } from '../../words/index.ts'
import { readoutText } from './chart-words.ts'
import { ChartControl } from './control.ts'
import type { ChartSettings } from './settings.ts'

interface ChartHook {
  readonly host: RefObject<HTMLDivElement | null>
  readonly readout: RefObject<HTMLDivElement | null>
  readonly letter: Letter
  readonly instrument: Instrument
  /** Another period is another chart; the rest is told to the one that is there. */
  readonly settings: ChartSettings
  readonly note: (words: Sentence) => void
  readonly request: (wish: OrderWish) => void
}

/** The chart within an element, for as long as that is there. */
export function useChart(hook: ChartHook): ChartControl | undefined {
  const { desk, palette, translate } = useWindow()
  const [control, setControl] = useState<ChartControl | undefined>(undefined)
  const newest = useRef(hook)
  useEffect(() => {
    newest.current = hook
  })
  const { letter, instrument, settings } = hook
  const { period } = settings
  useEffect(() => {
    const { host, readout } = newest.current
    const container = host.current
    if (container === null) return undefined
    const made: ChartControl = new ChartControl({
      container,
      desk,
      letter,
      instrument,
      settings: { ...newest.current.settings, period },
      palette,
      translate,
      note: (words) => newest.current.note(words),
      request: (wish) => newest.current.request(wish),
      hover: (place) => {
        if (readout.current === null) return
        const text = place === undefined ? '' : readoutText(made, place)
        readout.current.textContent = text
        readout.current.hidden = text === ''
      },
    })
    setControl(made)
    const release = observeSize(container, ({ width, height }) => made.resize(width, height))
    return () => {
      release()
      made.close()
      setControl(undefined)
    }
  }, [desk, letter, instrument, palette, translate, period])
  return control
}
