import type { VitalFact } from '../../../src/core/contracts/index.ts'
import { VITAL_STEPS } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/sayings/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { vital } from '../../../src/core/replica/index.ts'
import type { Deed, Said } from './account-story.ts'
import { SOURCES } from './account-story.ts'

/** What main saw happen to a process, besides; the deed chooses what. */
export function seenBeside({ one, two }: Deed): Said {
  const step = VITAL_STEPS[two % VITAL_STEPS.length]!
  const at = one as Micros
  const more = { pid: one % 3 === 0 ? NaN : one, since: two, sayings: [asSaid(`note ${two}`)] }
  const fact: VitalFact = { kind: 'vital', at, clock: at, ...vital(step, more) }
  return { source: SOURCES[one % SOURCES.length]!.name, fact }
}
