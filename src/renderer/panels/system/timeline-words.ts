import type { VitalFact } from '../../../core/contracts/index.ts'
import type { TimelineRow } from '../../../core/desk/process-timeline.ts'
import { age, clockTime } from '../../format/index.ts'
import type { Translate } from '../../words/index.ts'
import { sayingsWords } from '../../words/index.ts'

/** What happened, and what was said with it. */
export function timelineWords(row: TimelineRow, t: Translate): readonly [string, string] {
  return [whatOf(row, t), sayingsWords(row.vital.sayings, t)]
}

/** Whether it is to catch the eye. */
export function isTrouble({ step, ok }: VitalFact): boolean {
  return step === 'silent' || step === 'exited' || step === 'lost' || !ok
}

function whatOf({ vital, heardClock, took }: TimelineRow, t: Translate): string {
  const { step, start, epoch } = vital
  const pid = Number.isNaN(vital.pid) ? '–' : vital.pid
  switch (step) {
    case 'started':
      return Number.isNaN(vital.pid)
        ? t('timeline.begun', { start })
        : t('timeline.started', { start, pid })
    case 'adopted':
    case 'heard':
      return t(`timeline.${step}`, { pid })
    case 'silent':
      return t('timeline.silent', { from: clockTime(heardClock, 3) })
    case 'speaks': {
      const [from, until] = [clockTime(heardClock, 3), clockTime(vital.clock, 3)]
      return t('timeline.speaks', { from, until, took: age(took) })
    }
    case 'follows':
      return t('timeline.follows', { epoch })
    case 'exited':
      return exitWords(vital, t)
    default:
      return t(`timeline.${step}`)
  }
}

function exitWords({ pid, code, signal }: VitalFact, t: Translate): string {
  if (signal !== '') return t('timeline.exited-signal', { pid, signal })
  return Number.isNaN(code)
    ? t('timeline.exited-unknown', { pid })
    : t('timeline.exited-code', { pid, code })
}
