import type { Source } from '../../core/replica/index.ts'
import { isFresh } from '../../core/replica/index.ts'
import type { Desk } from '../desk/index.ts'

/** What the last beat of a process told; nothing once it is not heard: it was so then. */
export function heardFigures(
  { status }: Desk,
  source: Source | undefined,
): Readonly<Record<string, number>> {
  if (source?.beat === undefined || status.old || !isFresh(source.standing)) return {}
  return source.beat.figures
}
