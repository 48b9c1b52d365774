import type { ReactElement } from 'react'
import { useSlice } from '../../desk/index.ts'

/** Whose money it is. */
export function AccountTools(): ReactElement {
  return <span>{useSlice(['link'], ({ session }) => session.opening?.origin.profile ?? '')}</span>
}
