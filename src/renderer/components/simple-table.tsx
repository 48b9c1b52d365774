import type { ReactElement, ReactNode } from 'react'
import { usePanelPlace } from '../desk/panel-place.ts'
import { LeavingTable } from './leaving-table.tsx'
import './simple-table.css'

export interface SimpleColumn {
  readonly title: string
  /** Width in `ch`; what is left goes to those without. */
  readonly width?: number
  readonly figure?: boolean
  /** What it shows, where its title cannot say it: for who points at it, and for who hears it. */
  readonly help?: string
}

interface SimpleTableProps {
  readonly label: string
  readonly columns: readonly SimpleColumn[]
  /** A cell a column; the key tells rows apart. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** For a few dozen rows that change less than ten times a second; longer ones are pool tables. */
export function SimpleTable({ label, columns, rows }: SimpleTableProps): ReactElement {
  const { panel } = usePanelPlace()
  return (
    <LeavingTable id={panel ?? label} label={label} className="simple-table-place">
      <table className="simple-table">
        <colgroup>
          {columns.map(({ title, width }) => (
            <col key={title} style={width === undefined ? {} : { width: `${width}ch` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ title, figure, help }) => (
              <th
                key={title}
                scope="col"
                className={figure === true ? 'simple-table-figure' : ''}
                title={help}
                aria-description={help}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {columns.map(({ title, figure }, index) => (
                <td
                  key={title}
                  className={figure === true ? 'simple-table-figure' : ''}
                  title={wholeOf(cells[index])}
                >
                  {cells[index]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </LeavingTable>
  )
}

/** Words may be cut where room is short: all of them are in their title. */
function wholeOf(cell: ReactNode): string | undefined {
  return typeof cell === 'string' && cell.length > 12 ? cell : undefined
}
