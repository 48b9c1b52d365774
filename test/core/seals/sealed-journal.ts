import { newSha256 } from '../../../src/adapters/seals/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { groupLength, groupsFrom, writeGroup } from '../../../src/core/journal/index.ts'
import type { Beginning } from '../../../src/core/seals/index.ts'
import {
  beginChain,
  beginningLine,
  readScroll,
  SealChain,
  SealJudge,
  sealLine,
} from '../../../src/core/seals/index.ts'
import { TEXT_CODEC } from '../journal/text-codec.ts'

export const AT = 1_000_000 as Micros
export const FIRST = beginChain(newSha256, '', { at: AT, why: 'first', after: 0, until: 0 })

/** Groups of texts as a journal stores them, with whatever checksums they need. */
export function journal(groups: readonly (readonly string[])[]): Uint8Array {
  const stored = groups.map((group) => group.map((text) => TEXT_CODEC.encode(text)))
  const bytes = new Uint8Array(stored.reduce((sum, group) => sum + groupLength(group), 0))
  let offset = 0
  let sequence = 1
  for (const group of stored) {
    offset += writeGroup(bytes.subarray(offset), group, sequence)
    sequence += group.length
  }
  return bytes
}

/** The lines that are written when it is sealed after each of these numbers of groups. */
export function sealed(
  bytes: Uint8Array,
  after: readonly number[],
  beginning: Beginning = FIRST,
): readonly string[] {
  const chain = new SealChain(newSha256, { sequence: 0, hex: beginning.hex })
  const lines = [beginningLine(beginning)]
  for (const [index, group] of groupsFrom(bytes, 0, 1).groups.entries()) {
    chain.take(group)
    if (after.includes(index + 1)) lines.push(sealLine(chain.seal((AT + index + 1) as Micros)))
  }
  return lines
}

/** How a journal stands against the lines of its seals. */
export function judged(bytes: Uint8Array, lines: readonly string[]) {
  const scroll = readScroll(lines.join(''), newSha256)
  if (scroll === 'unreadable') return scroll
  const judge = new SealJudge(newSha256, scroll)
  for (const group of groupsFrom(bytes, 0, 1).groups) {
    if (judge.fault === undefined) judge.take(group)
  }
  judge.end()
  return judge
}

export function verdict(bytes: Uint8Array, lines: readonly string[]): string {
  const judge = judged(bytes, lines)
  if (judge === 'unreadable') return judge
  const { fault, held } = judge
  if (fault === undefined) return `intact ${held?.sequence ?? 0}`
  return `${fault.why} ${fault.after} ${fault.until}`
}
