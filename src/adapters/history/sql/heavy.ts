import type { QuestionKind } from '../../../core/history/index.ts'

/** Questions that may look through many rows: they wait for one another, not for light ones. */
const HEAVY: ReadonlySet<QuestionKind> = new Set<QuestionKind>([
  'ticks',
  'bars',
  'chart',
  'latest',
  'coverage',
  'tapes',
])

export function isHeavy(kind: QuestionKind): boolean {
  return HEAVY.has(kind)
}
