import type { SettingFact } from '../../../core/contracts/index.ts'
import { deskModel } from '../../desk/index.ts'

const KEPT = 50

/** A change of how a strategy is set: the audit line. */
export interface SettingChange {
  readonly source: string
  readonly setting: SettingFact
}

/** Changes since this window opened, newest first. */
export const settingChangesOf = deskModel((desk): readonly SettingChange[] => {
  const changes: SettingChange[] = []
  desk.listen({
    onFact: (source, fact) => {
      if (fact.kind !== 'setting' || fact.change === undefined) return
      const newest = changes[0]?.setting
      // A snapshot tells the same change again.
      if (newest?.at === fact.at) return
      changes.unshift({ source, setting: fact })
      if (changes.length > KEPT) changes.pop()
    },
  })
  return changes
})
