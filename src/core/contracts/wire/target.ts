import type { CommandHead, TargetPosition } from '../index.ts'
import { UNMEASURED, WORKING_STYLES } from '../index.ts'
import type { Micros } from '../../domain/index.ts'
import type { Body } from './body.ts'
import { body } from './body.ts'
import { choice, natural, ticks, whole } from './scalar.ts'
import type { Layout } from './tuple.ts'
import { isList, list, tuple } from './tuple.ts'

type Times = 'saidAt' | 'stages'

/**
 * A target that nobody measured ends after `decidedOn`, as every target did before there was
 * anything to measure: programs that send those go on as they are.
 */
export function targetBody(head: Layout<CommandHead>): Body<TargetPosition> {
  const unmeasured: Layout<Omit<TargetPosition, 'kind' | Times>> = {
    ...head,
    owner: natural(),
    instrument: natural(),
    target: whole(),
    style: choice(WORKING_STYLES),
    decidedOn: whole(),
  }
  const measured = body<TargetPosition>('TargetPosition', 64, {
    ...unmeasured,
    saidAt: {
      ...whole<Micros>(),
      about: 'a whole number; left out with `stages` where nobody measured',
    },
    stages: list(ticks<number>()),
  })
  const without = tuple<TargetPosition, 'kind' | Times>(unmeasured, {
    kind: 'TargetPosition',
    saidAt: NaN as Micros,
    stages: UNMEASURED,
  })
  const count = Object.keys(unmeasured).length
  return {
    ...measured,
    write: (target) => (isMeasured(target) ? measured : without).write(target),
    read: (slot) => (isList(slot) && slot.length === count ? without : measured).read(slot),
  }
}

/** Plain objects are written too, those of programs that know nothing of stages. */
function isMeasured({ stages }: Partial<TargetPosition>): boolean {
  return stages !== undefined && stages.length > 0
}
