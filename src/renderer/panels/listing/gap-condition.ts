import type { PanelCondition } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'

/**
 * What panels of quotes say while some are missing, until it is known again how things stand:
 * those of the gateway that main missed, or those of the market that the gateway itself missed.
 * How many is known of the former only. Undefined while none is missing, and where nothing is
 * heard at all, which is said otherwise.
 */
export function gapCondition({ replica, status }: Desk): PanelCondition | undefined {
  if (replica === undefined || status.phase !== 'following' || status.old) return undefined
  const gateway = replica.sources.get(replica.gateway)
  if (gateway === undefined || gateway.standing.silent) return undefined
  const { line, missed } = gateway.standing
  if (line === 'lost') return { kind: 'gap', missed: missed > 0 ? missed : NaN }
  const isMissing = gateway.beat?.notes.some(({ code }) => code === 'beat.quotes-missing') === true
  return line === 'following' && isMissing ? { kind: 'gap', missed: NaN } : undefined
}
