/** Of lines those that show all of these words, in any order, whatever the case. */
export function linesWith<Line>(
  lines: readonly Line[],
  wanted: string,
  shown: (line: Line) => readonly string[],
): readonly Line[] {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return lines
  return lines.filter((line) => {
    const text = shown(line).join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
