import { describe, expect, it } from 'vitest'
import { linesWith } from '../../../../src/renderer/panels/system/lines-with.ts'

const LINES = ['gateway Halted by ann', 'gateway Active by bob', 'strategy.rule lots 1 → 2']
const found = (wanted: string): readonly string[] => linesWith(LINES, wanted, (line) => [line])

describe('the filter of the audit log', () => {
  it.each([
    ['', LINES],
    ['  ', LINES],
    ['GATEWAY', LINES.slice(0, 2)],
    ['bob gate', [LINES[1]]],
    ['bob\u3000gate', [LINES[1]]],
    ['rule halted', []],
  ])('finds for %j the lines that show all of it', (wanted, lines) => {
    expect(found(wanted)).toEqual(lines)
  })
})
