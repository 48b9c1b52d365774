import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import type { WindowContext } from '../desk/index.ts'
import type { Sentence, Translate, Word } from '../words/index.ts'

/** Names and figures as they are; words are put into the language where they are shown. */
export type NoticeValues = Readonly<Record<string, string | number | Sentence>>

/** Something that a person has to be told of this window itself: its layouts, its keys. */
export interface Notice {
  /** One of a name at a time. */
  readonly name: string
  readonly words: Word
  readonly values?: NoticeValues
  /** What can be done about it; each closes the notice. */
  readonly choices: readonly { readonly words: Word; readonly run?: () => void }[]
}

export interface NoticesState {
  readonly open: readonly Notice[]
  /** For a moment only, spoken and shown in the status bar. */
  readonly said: { readonly words: Word; readonly values: NoticeValues } | undefined
}

export class Notices {
  readonly store: StoreApi<NoticesState> = createStore<NoticesState>(() => ({
    open: [],
    said: undefined,
  }))
  readonly #told = new Set<string>()

  show(notice: Notice): void {
    const others = this.store.getState().open.filter(({ name }) => name !== notice.name)
    this.store.setState({ open: [...others, notice] })
  }

  /** The same, but in the life of this page only once. */
  showOnce(notice: Notice): void {
    if (this.#told.has(notice.name)) return
    this.#told.add(notice.name)
    this.show(notice)
  }

  close(name: string): void {
    const { open } = this.store.getState()
    this.store.setState({ open: open.filter((notice) => notice.name !== name) })
  }

  say(words: Word, values: NoticeValues = {}): void {
    this.store.setState({ said: { words, values } })
  }

  /** Of this page; what was said since remains. */
  quiet(): void {
    this.store.setState({ said: undefined })
  }
}

/** What a notice says, in the language of now. */
export function noticeText(
  { words, values = {} }: Pick<Notice, 'words' | 'values'>,
  t: Translate,
): string {
  const shown = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'function' ? value(t) : value,
  ])
  return t(words, Object.fromEntries(shown) as Readonly<Record<string, string | number>>)
}

const known = new WeakMap<WindowContext, Notices>()

/** The notices of a window. */
export function noticesOf(window: WindowContext): Notices {
  const found = known.get(window) ?? new Notices()
  known.set(window, found)
  return found
}
