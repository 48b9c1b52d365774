/**
 * How well a text fits what was typed: its letters in their order, the closer together and the
 * nearer to beginnings of words the better. @returns 0 where it does not fit; 1 for nothing typed.
 */
export function score(typed: string, text: string): number {
  const wanted = typed.toLowerCase().replaceAll(' ', '').split('')
  if (wanted.length === 0) return 1
  const letters = text.toLowerCase().split('')
  let best = 0
  // The first letter may stand in several places: the best one counts.
  for (let from = 0; from < letters.length; from++) {
    if (letters[from] === wanted[0]) best = Math.max(best, scoreFrom(wanted, letters, from))
  }
  // Beginnings of words were preferred too early: it fits all the same.
  return best === 0 && fits(wanted, letters) ? 1 : best
}

function fits(wanted: readonly string[], letters: readonly string[]): boolean {
  let at = -1
  return wanted.every((letter) => (at = letters.indexOf(letter, at + 1)) >= 0)
}

function scoreFrom(wanted: readonly string[], letters: readonly string[], from: number): number {
  let sum = 0
  let before = -2
  let at = from
  for (const letter of wanted) {
    at = nextOf(letters, letter, at, before)
    if (at < 0) return 0
    sum += at === before + 1 ? 8 : startsWord(letters, at) ? 6 : 1
    before = at
    at++
  }
  // Of two that fit alike the shorter one is meant more often, and what begins with it.
  return sum + (from === 0 ? 4 : 0) + 2 / (1 + letters.length)
}

/** Where a letter comes next: at once, else at the beginning of a word, else anywhere. */
function nextOf(letters: readonly string[], letter: string, from: number, before: number): number {
  if (letters[before + 1] === letter && before >= 0) return before + 1
  for (let at = from; at < letters.length; at++) {
    if (letters[at] === letter && startsWord(letters, at)) return at
  }
  return letters.indexOf(letter, from)
}

function startsWord(letters: readonly string[], at: number): boolean {
  return at === 0 || /[\s.:·/&()-]/.test(letters[at - 1] ?? '')
}

/** Those that fit, the best first; of equals in the order in which they came. */
export function ranked<Item>(
  typed: string,
  items: readonly Item[],
  textsOf: (item: Item) => readonly string[],
): readonly Item[] {
  return items
    .map((item) => ({ item, fit: Math.max(...textsOf(item).map((text) => score(typed, text))) }))
    .filter(({ fit }) => fit > 0)
    .toSorted((one, other) => other.fit - one.fit)
    .map(({ item }) => item)
}
