import type { Micros } from '../../../core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Replica } from '../../../core/replica/index.ts'
import { isFresh } from '../../../core/replica/index.ts'
import type { ProcessView } from '../terminal/view.ts'

/** What a person should know before all figures: the account's age first, then who is not well. */
export function troublesOf(
  replica: Replica,
  processes: readonly ProcessView[],
  now: Micros,
): readonly string[] {
  const gateway = replica.sources.get(replica.gateway)?.standing
  const well = gateway !== undefined && isFresh(gateway)
  const others = processes.filter(
    ({ name, condition }) =>
      condition === 'lost' ||
      (condition !== 'ready' && condition !== 'waits' && name !== gateway?.name),
  )
  return [
    ...(well || gateway === undefined
      ? []
      : [
          `${gateway.name} ${WORDS[gateway.line]}: the account is as of ${ago(gateway.staleSince, now)}`,
        ]),
    ...(others.length === 0 ? [] : [others.map(words).join(', ')]),
  ]
}

const WORDS = {
  waiting: 'is not heard yet',
  following: 'is silent',
  lost: 'is asked how things stand',
} as const

function ago(since: Micros, now: Micros): string {
  return `${((now - since) / MICROS_PER_SECOND).toFixed(1)} s ago`
}

function words({ name, condition, restarts }: ProcessView): string {
  const again = restarts > 0 ? `, started again ${restarts} times` : ''
  if (condition === 'lost') return `${name} is given up${again}`
  return `${name} is ${condition}${again}`
}
