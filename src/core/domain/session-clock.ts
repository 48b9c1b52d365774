import type { Failure } from '../contracts/errors.ts'
import type { Calendar } from './calendar.ts'
import type { Result } from './result.ts'
import type { Session, SessionPlan } from './session.ts'
import { sessionAt } from './session.ts'
import type { Micros } from './units.ts'

/**
 * Answers which session it is. Time may go either way; asking again within one stretch costs two
 * compares and gives the same object, so that a change of phase is a change of identity.
 */
export interface SessionClock {
  at(at: Micros): Result<Session, Failure>
}

export function createSessionClock(plan: SessionPlan, calendar: Calendar): SessionClock {
  let from = NaN
  let until = NaN
  let current: Result<Session, Failure>
  return {
    at(at) {
      if (at >= from && at < until) return current
      current = sessionAt(plan, calendar, at)
      from = current.ok ? current.value.from : NaN
      until = current.ok ? current.value.until : NaN
      return current
    },
  }
}
