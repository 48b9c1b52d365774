import type { ReactElement } from 'react'
import { useDesk, useSlice } from '../../desk/index.ts'
import { refusalsOf } from '../listing/models.ts'

/** How many there are. */
export function RefusalsTools(): ReactElement {
  const desk = useDesk()
  return <span>{useSlice(['acks', 'orders'], () => refusalsOf(desk).rows.length)}</span>
}
