import { useCallback, useRef } from 'react'
import type { ReactElement, ReactNode } from 'react'
import { shownTexts } from './shown-texts.ts'
import { useLeaving } from './use-leaving.tsx'

interface LeavingTableProps {
  /** Files are named by it: no two on the page have the same. */
  readonly id: string
  readonly label: string
  readonly className?: string
  /** The `<table>`, with whatever stands around it. */
  readonly children: ReactNode
}

/**
 * Around a `<table>`, which goes from there to the clipboard or into a file. It may scroll, so it
 * is reachable by keyboard.
 */
export function LeavingTable({ id, label, className, children }: LeavingTableProps): ReactElement {
  const own = useRef<HTMLDivElement | null>(null)
  const rows = useCallback(() => {
    const table = own.current?.querySelector('table')
    return table ? shownTexts(table) : []
  }, [])
  const { handlers, menu } = useLeaving(id, label, rows)
  return (
    <div ref={own} className={className} role="group" tabIndex={0} aria-label={label} {...handlers}>
      {children}
      {menu}
    </div>
  )
}
