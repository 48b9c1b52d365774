import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { LETTERS, useWords } from '../desk/index.ts'
import { useKeys } from '../keys/index.ts'
import { panelKindOf } from './panel-kind-of.ts'
import type { OpenMenu } from './shell.ts'
import { useShell, useShellState } from './shell.ts'
import { useTearOff } from './tear-off.ts'

/** What can be done with a panel, where its tab was asked. */
export function PanelMenu(): ReactElement | null {
  const menu = useShellState((state) => state.menu)
  return menu === undefined ? null : <Opened key={`${menu.panel} ${menu.x}`} menu={menu} />
}

interface Item {
  readonly words: string
  /** Of several that exclude each other. */
  readonly isChosen?: boolean
  readonly run: () => void
}

function Opened({ menu }: { readonly menu: OpenMenu }): ReactElement | null {
  const t = useWords()
  const shell = useShell()
  const keys = useKeys()
  const tearOff = useTearOff()
  const box = useRef<HTMLDivElement>(null)
  const dock = shell.docks.get(menu.workspace)
  const panel = dock?.api.getPanel(menu.panel)
  const params = panel === undefined ? undefined : dock?.paramsOf(panel)
  useEffect(() => {
    const close = (): void => shell.openMenu(undefined)
    const before = document.activeElement
    const beside = (event: Event): void => {
      if (!box.current?.contains(event.target as Node)) close()
    }
    box.current?.querySelector('button')?.focus()
    addEventListener('pointerdown', beside, { capture: true })
    const closed = keys.layers.add({ close, dialog: false })
    return () => {
      closed()
      removeEventListener('pointerdown', beside, { capture: true })
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [keys, shell])
  if (dock === undefined || panel === undefined || params === undefined) return null
  const letters = panelKindOf(params.kind).linked ? LETTERS : []
  const items: readonly Item[] = [
    { words: t('layout.menu-close'), run: () => panel.api.close() },
    { words: t('layout.menu-tear-off'), run: () => tearOff(params.kind, params.letter) },
    { words: t('layout.menu-maximize'), run: () => dock.maximize(panel) },
    ...letters.map((letter) => ({
      words: t('layout.menu-letter', { letter }),
      isChosen: letter === params.letter,
      run: () => dock.setLetter(panel, letter),
    })),
  ]
  return (
    <div
      className="panel-menu"
      role="menu"
      aria-label={t('layout.menu', { title: panel.title ?? '' })}
      ref={box}
      style={placeOf(menu, items.length)}
      onKeyDown={moveFocus}
    >
      {items.map(({ words, isChosen, run }) => (
        <button
          key={words}
          type="button"
          role={isChosen === undefined ? 'menuitem' : 'menuitemradio'}
          aria-checked={isChosen}
          tabIndex={-1}
          onClick={() => {
            shell.openMenu(undefined)
            run()
          }}
        >
          {words} {isChosen === true && <span aria-hidden="true">✓</span>}
        </button>
      ))}
    </div>
  )
}

/** Of the menu, in CSS pixels; it opens from a tab, and stays within the window. */
const WIDTH = 200
const ITEM = 26

function placeOf({ x, y }: OpenMenu, items: number): { left: number; top: number; width: number } {
  return {
    left: Math.max(0, Math.min(x, innerWidth - WIDTH - 4)),
    top: Math.max(0, Math.min(y, innerHeight - items * ITEM - 30)),
    width: WIDTH,
  }
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1, Tab: event.shiftKey ? -1 : 1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll('button')]
  const at = all.findIndex((each) => each === document.activeElement)
  all[(at + by + all.length) % all.length]?.focus()
}
