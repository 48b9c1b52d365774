import type { WindowContext } from '../desk/index.ts'
import { useWindow } from '../desk/index.ts'
import { noticesOf } from '../layout/notices.ts'
import type { Translate } from '../words/index.ts'
import { Keys } from './keys.ts'

const known = new WeakMap<WindowContext, Keys>()

/** The keys of a window, as its person has them. */
export function keysOf(window: WindowContext): Keys {
  let keys = known.get(window)
  if (keys !== undefined) return keys
  const { keeping } = window
  const notices = noticesOf(window)
  keys = new Keys({
    after: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds)
      return () => clearTimeout(timer)
    },
    // What cannot be read is handed on as the text that it is, to be told of.
    kept: keeping.read('keys') ?? keeping.readText('keys'),
    keep: (value) => {
      const kept = keeping.keep('keys', value)
      if (!kept) notices.showOnce({ name: 'storage', words: 'notice.storage', choices: [] })
      return kept
    },
    unanswered: (name) =>
      notices.say('notice.unanswered', { key: (t: Translate) => t(`key.${name}`) }),
  })
  if (keys.ignored.length > 0) {
    const what = keys.ignored.join(' · ')
    notices.show({ name: 'keys', words: 'notice.keys', values: { what }, choices: [] })
  }
  known.set(window, keys)
  return keys
}

export function useKeys(): Keys {
  return keysOf(useWindow())
}
