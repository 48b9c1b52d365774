import type { WindowContext } from '../desk/index.ts'
import type { Sentence } from '../words/index.ts'
import type { FoundLayout, LayoutPlace } from './layouts.ts'
import type { Notice } from './notices.ts'
import { noticesOf } from './notices.ts'
import { WORKSPACE_WORDS } from './workspaces.ts'

/** The browser keeps nothing: said once in the life of a page. */
export function unkept(window: WindowContext): void {
  noticesOf(window).showOnce({ name: 'storage', words: 'notice.storage', choices: [] })
}

/**
 * A kept layout is not shown: what is there stays until a person says that the default is to be
 * used; a copy of it stays even then.
 */
export function layoutTrouble(window: WindowContext, found: FoundLayout, place: LayoutPlace): void {
  const { trouble, aside = '', release } = found
  if (trouble === undefined) return
  const workspace: Sentence = (t) => t(WORKSPACE_WORDS[place.workspace])
  const why: Sentence = (t) =>
    trouble.kind === 'broken' ? t(trouble.why, { name: trouble.name }) : ''
  const keep = { words: 'notice.keep' } as const
  const useDefault = {
    words: 'notice.use-default',
    run: () => {
      release?.()
      noticesOf(window).show({
        name: 'kept-as',
        words: 'notice.kept-as',
        values: { name: aside },
        choices: [],
      })
    },
  } as const
  const notice: Notice = {
    name: `layout.${place.workspace}`,
    words: trouble.kind === 'newer' ? 'notice.newer' : 'notice.broken',
    values: { workspace, why },
    // Without a copy what is there must not be given up.
    choices: aside === '' ? [keep] : [useDefault, keep],
  }
  noticesOf(window).show(notice)
  if (aside === '') unkept(window)
}
