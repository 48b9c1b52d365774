import type { ReactElement } from 'react'
import { useState } from 'react'
import { PanelState } from '../components/index.ts'
import type { Letter } from '../desk/index.ts'
import { LETTERS, useWords } from '../desk/index.ts'
import { PanelPlaceProvider } from '../desk/panel-place.ts'
import { useChord, useKey } from '../keys/index.ts'
import type { PanelName } from '../panels/index.ts'
import { panelKindOf } from './panel-kind-of.ts'
import { usePanelTitle } from './panel-title.ts'
import type { TornOff } from './torn-off-address.ts'
import './workspace-dock.css'

/** A page that is one panel: it follows its letter as the desk's panels do. */
export function TornOffPanel({ kind, name, letter }: TornOff): ReactElement {
  const t = useWords()
  if (kind !== undefined) return <Alone kind={kind} letter={letter} />
  const words = t('layout.unknown-panel', { name })
  return (
    <PanelState condition={{ kind: 'error', code: '', words }}>
      <a className="torn-off-whole" href="/">
        {t('layout.whole')}
      </a>
    </PanelState>
  )
}

interface AloneProps {
  readonly kind: PanelName
  readonly letter: Letter
}

function Alone({ kind, letter: first }: AloneProps): ReactElement {
  const t = useWords()
  const [letter, setLetter] = useState(first)
  const { linked, body: Body, tools: Tools } = panelKindOf(kind)
  const title = usePanelTitle(kind, letter)
  const chord = useChord('letter')
  const next = (): void =>
    setLetter((now) => LETTERS[(LETTERS.indexOf(now) + 1) % LETTERS.length] ?? 'A')
  useKey('letter', linked ? next : undefined)
  const words = t('layout.link', { letter })
  return (
    <PanelPlaceProvider value={{ panel: kind, shown: true }}>
      <div className="torn-off">
        <div className="torn-off-head">
          {linked && (
            <button
              type="button"
              className={`dock-letter dock-letter-${letter.toLowerCase()}`}
              aria-label={words}
              title={`${words} · ${chord}`}
              onClick={next}
            >
              {letter}
            </button>
          )}
          <h1 className="torn-off-title">{title}</h1>
          <div className="dock-tools" data-panel={kind} data-panel-kind={kind}>
            {Tools !== undefined && <Tools panel={kind} letter={letter} />}
          </div>
        </div>
        <div
          className="dock-panel"
          role="region"
          aria-label={title}
          tabIndex={-1}
          data-panel={kind}
          data-panel-kind={kind}
        >
          <Body panel={kind} letter={letter} />
        </div>
      </div>
    </PanelPlaceProvider>
  )
}
