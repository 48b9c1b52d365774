import { useEffect, useRef, useState } from 'react'
import type { ReactElement } from 'react'
import { useWindow, useWords } from '../desk/index.ts'
import './alerts.css'

const LOOK_EVERY = 250

/** Sounds, and words for readers; and the button that quietens an alarm. */
export function Alerts(): ReactElement {
  const t = useWords()
  const { alarm, spoken } = useWindow()
  const place = useRef<HTMLDivElement>(null)
  const [sounding, setSounding] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => {
      alarm.look()
      setSounding(alarm.sounding)
      const next = spoken.next(performance.now())
      if (next !== undefined && place.current !== null) place.current.textContent = next
    }, LOOK_EVERY)
    return () => clearInterval(timer)
  }, [alarm, spoken])
  return (
    <>
      <div ref={place} className="only-spoken" aria-live="polite" />
      {sounding && (
        <button
          type="button"
          className="alarm-quiet"
          onClick={() => {
            alarm.acknowledge()
            setSounding(false)
          }}
        >
          ♪ {t('alert.acknowledge')}
        </button>
      )}
    </>
  )
}
