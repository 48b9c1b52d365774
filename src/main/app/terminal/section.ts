import type { Line } from './styled-text.ts'

/** A titled list that takes as many rows as it is given. */
export interface Section {
  readonly title: Line
  readonly rows: readonly Line[]
  /** Rows that it should have before others get more. */
  readonly least: number
}

/**
 * Lays sections out above each other within a height. The earlier come first: each gets its title
 * and its least rows as long as there is room, then the spare rows are handed round. A section
 * without rows, or without room for one, is left out.
 */
export function stacked(sections: readonly Section[], height: number): readonly Line[] {
  const shown = sections.map(() => 0)
  let room = height
  sections.forEach(({ rows, least }, index) => {
    const wanted = Math.min(least, rows.length)
    if (wanted === 0 || room < 2) return
    shown[index] = Math.min(wanted, room - 1)
    room -= 1 + shown[index]
  })
  for (let given = true; given && room > 0;) {
    given = false
    sections.forEach(({ rows }, index) => {
      const has = shown[index] ?? 0
      if (has === 0 || has >= rows.length || room === 0) return
      shown[index] = has + 1
      room--
      given = true
    })
  }
  return sections.flatMap(({ title, rows }, index) => {
    const has = shown[index] ?? 0
    return has === 0 ? [] : [title, ...rows.slice(0, has)]
  })
}
