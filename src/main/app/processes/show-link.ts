import { saying } from '../../../core/contracts/index.ts'
import type { TerminalWords } from '../processes-view/index.ts'
import type { OpenedReplica } from '../replica/index.ts'
import type { WebDoor } from '../windows/index.ts'

/**
 * Says a fresh link to the page, at the terminal alone: whoever reads it is let in.
 *
 * @returns undefined, and a word to everybody, where the page is switched off.
 */
export function showLink(
  door: WebDoor | undefined,
  opened: Pick<OpenedReplica, 'replica' | 'now' | 'say'>,
  words: TerminalWords,
): string | undefined {
  if (door === undefined) {
    opened.say(false, saying('page.off'))
    return undefined
  }
  const link = door.link()
  words.say(opened, `for a browser, once: ${link}`)
  return link
}
