/** The known words that a mistyped one may stand for, nearest first; at most three. */
export function nearestWords(word: string, known: readonly string[]): readonly string[] {
  const bound = Math.max(2, Math.floor(word.length / 2))
  return known
    .map((each) => ({ each, distance: distance(word, each) }))
    .filter(({ each, distance }) => distance <= bound || (word.length > 2 && each.startsWith(word)))
    .toSorted((one, other) => one.distance - other.distance || (one.each < other.each ? -1 : 1))
    .slice(0, 3)
    .map(({ each }) => each)
}

/** Letters to put in, take out or change. Source: R. A. Wagner and M. J. Fischer, 1974. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const changed = row[j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(changed, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return row[other.length]!
}
