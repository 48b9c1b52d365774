import type { Instrument, Lots, Micros, OwnerId } from '../../../core/domain/index.ts'
import { HAND, MICROS_PER_MINUTE } from '../../../core/domain/index.ts'
import type { Desk } from '../../desk/index.ts'
import { tapeOf } from './chart-feed.ts'

/** What an owner wanted from a moment on; NaN where it wanted nothing. */
export interface Wanted {
  readonly at: Micros
  readonly owner: OwnerId
  readonly target: Lots
}

const BACK = 30 * MICROS_PER_MINUTE

/**
 * What strategies decided before this window looked, as history has it; nothing while it is away.
 */
export async function pastTargets(desk: Desk, { symbol }: Instrument): Promise<readonly Wanted[]> {
  const owners = (desk.replica?.state.owners ?? []).filter((each) => each !== undefined)
  const to = desk.sessionNow()
  const all = await Promise.all(
    owners.map(async ({ id, name }) => {
      if (id === HAND || to === 0) return []
      const span = { from: Math.max(0, to - BACK), to }
      const question = { kind: 'decisions', tape: tapeOf(desk), owner: name, ...span } as const
      const told = await desk.session.history(question)
      if (!told.ok) return []
      const place = (column: string): number => told.value.columns.indexOf(column)
      const [ts, contract, target] = [place('ts'), place('symbol'), place('target')]
      return told.value.rows.flatMap((row): Wanted[] => {
        const lots = Number(row[target])
        if (row[contract] !== symbol) return []
        return [{ at: Number(row[ts]) as Micros, owner: id, target: lots as Lots }]
      })
    }),
  )
  return all.flat().sort((one, other) => one.at - other.at)
}
