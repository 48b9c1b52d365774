import { useEffect, useRef } from 'react'
import type { KeyboardEvent, ReactElement } from 'react'
import { createPortal } from 'react-dom'

export interface MenuItem {
  readonly words: string
  readonly keys?: string
  readonly isOff?: boolean
  readonly act: () => void
}

export interface MenuPlace {
  readonly x: number
  readonly y: number
}

interface TableMenuProps {
  readonly label: string
  readonly place: MenuPlace
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}

/** Below the top bar, which nothing may cover. */
const TOP = 46
const ITEM = 32
const WIDTH = 220

/** The menu of a table, where it was asked for; keeps inside the page. */
export function TableMenu({ label, place, items, onClose }: TableMenuProps): ReactElement {
  const own = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    const before = document.activeElement
    own.current?.querySelector('button')?.focus()
    const close = (event: Event): void => {
      if (!(event.target instanceof Node) || own.current?.contains(event.target) !== true) onClose()
    }
    addEventListener('pointerdown', close, true)
    addEventListener('blur', onClose)
    return () => {
      removeEventListener('pointerdown', close, true)
      removeEventListener('blur', onClose)
      if (before instanceof HTMLElement) before.focus()
    }
  }, [onClose])
  const keys = (event: KeyboardEvent): void => {
    const buttons = [...(own.current?.querySelectorAll('button:enabled') ?? [])] as HTMLElement[]
    const index = buttons.indexOf(document.activeElement as HTMLElement)
    if (event.key === 'ArrowDown') buttons[(index + 1) % buttons.length]?.focus()
    else if (event.key === 'ArrowUp') buttons.at(index - 1)?.focus()
    else if (event.key === 'Escape' || event.key === 'Tab') onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const left = Math.max(0, Math.min(place.x, innerWidth - WIDTH))
  const top = Math.max(TOP, Math.min(place.y, innerHeight - items.length * ITEM - 16))
  return createPortal(
    <div
      ref={own}
      className="pool-menu"
      role="menu"
      tabIndex={-1}
      aria-label={label}
      style={{ left, top }}
      onKeyDown={keys}
    >
      {items.map(({ words, keys: shortcut, isOff, act }) => (
        <button
          key={words}
          type="button"
          role="menuitem"
          disabled={isOff}
          onClick={() => {
            onClose()
            act()
          }}
        >
          {words} {shortcut !== undefined && <kbd>{shortcut}</kbd>}
        </button>
      ))}
    </div>,
    document.body,
  )
}
