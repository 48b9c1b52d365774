import { isAccountOld } from '../../../core/desk/entry.ts'
import type { Desk } from '../../desk/index.ts'
import { useSelected } from '../../desk/index.ts'

/** Whether the gateway may know otherwise by now: of the account, its orders and its fills. */
export function isOld(desk: Desk): boolean {
  return desk.status.old || isAccountOld(desk.accountAge())
}

export function useIsOld(): boolean {
  return useSelected(['link', 'sources', 'age'], isOld)
}
