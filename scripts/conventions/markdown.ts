/** A Markdown text with its fenced blocks blanked out; lines stay where they are. */
export function proseOf(text: string): string {
  let fence = ''
  const kept = text.split('\n').map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence === '') {
      fence = mark ?? ''
      return mark === undefined ? line : ''
    }
    if (mark?.startsWith(fence) === true) fence = ''
    return ''
  })
  return kept.join('\n')
}

/** The anchors of its headings: lower case, hyphens for spaces, punctuation left out. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>()
  for (const [, heading = ''] of proseOf(text).matchAll(/^#{1,6}\s+(.+?)\s*$/gm)) {
    const anchor = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/\s/g, '-')
    let free = anchor
    for (let count = 1; anchors.has(free); count++) free = `${anchor}-${count}`
    anchors.add(free)
  }
  return anchors
}
