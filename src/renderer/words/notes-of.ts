import type { Saying, SayingCode } from '../../core/contracts/index.ts'
import { ERROR_CODES, SAYINGS, asSaid, recognised, sayingOf } from '../../core/contracts/index.ts'

const NEXT = '; '
const CODES = Object.keys(SAYINGS) as SayingCode[]
const FACTS = CODES.filter((code) => code.startsWith('fact.'))
const BECAUSE = CODES.filter((code) => code.startsWith('because.'))
/** What may be noted of an instrument; with a cause first, as it holds the one without. */
const NOTES: readonly SayingCode[] = [
  'instrument.approximate-because',
  'instrument.approximate',
  'instrument.no-fact',
  'instrument.built-in',
  'instrument.not-traded-then',
  'instrument.listed-from',
  'instrument.expired',
]
const FAILURE = /^(.*) \[([a-z.-]+)\]$/s

/**
 * The notes of an instrument that stand in one line within another sentence, as what they were
 * before. A note may hold what stands between two, so the shortest that is one is taken; what is
 * none stays in its words.
 */
export function notesOf(line: string): readonly Saying[] {
  const notes: Saying[] = []
  let pieces = line.split(NEXT)
  while (pieces.length > 0) {
    let length = 1
    let note: Saying | undefined
    for (let count = 1; count <= pieces.length && note === undefined; count++) {
      note = noteOf(pieces.slice(0, count).join(NEXT))
      if (note !== undefined) length = count
    }
    notes.push(note ?? asSaid(pieces[0] ?? ''))
    pieces = pieces.slice(length)
  }
  return notes
}

function noteOf(text: string): Saying | undefined {
  const [, message = '', named = ''] = FAILURE.exec(text) ?? []
  const code = ERROR_CODES.find((each) => each === named)
  if (code !== undefined) return sayingOf({ code, message })
  for (const each of NOTES) {
    const found = recognised(text, [each])
    if (found.code !== each) continue
    const { fact, why } = found.values
    const [what, because] = [partOf(fact, FACTS), partOf(why, BECAUSE)]
    if (what?.code === 'words' || because?.code === 'words') continue
    return {
      code: each,
      values: { ...found.values, ...(what && { fact: what }), ...(because && { why: because }) },
    }
  }
  return undefined
}

function partOf(value: unknown, codes: readonly SayingCode[]): Saying | undefined {
  return typeof value === 'string' ? recognised(value, codes) : undefined
}
