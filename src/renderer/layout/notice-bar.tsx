import type { ReactElement } from 'react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useWindow, useWords } from '../desk/index.ts'
import type { Notice } from './notices.ts'
import { noticeText, noticesOf } from './notices.ts'

/** How long what is said for a moment stays to be read. */
const SAID_FOR = 5000

/** What this window has to tell of itself, at the top of the panels, until somebody answers. */
export function NoticeBar(): ReactElement {
  const t = useWords()
  const open = useStore(noticesOf(useWindow()).store, (state) => state.open)
  return (
    <div className="notice-bars" role="region" aria-label={t('notice.layout')} hidden={!open[0]}>
      {open.map((notice) => (
        <NoticeLine key={notice.name} notice={notice} />
      ))}
    </div>
  )
}

/** For the status bar: what is said for a moment, as of a key that nothing on the screen takes. */
export function Said(): ReactElement {
  const t = useWords()
  const window = useWindow()
  const said = useStore(noticesOf(window).store, (state) => state.said)
  useEffect(() => {
    if (said === undefined) return undefined
    const timer = setTimeout(() => noticesOf(window).quiet(), SAID_FOR)
    return () => clearTimeout(timer)
  }, [said, window])
  return (
    <span className="notice-said" role="status">
      {said === undefined ? '' : `! ${noticeText(said, t)}`}
    </span>
  )
}

function NoticeLine({ notice }: { readonly notice: Notice }): ReactElement {
  const t = useWords()
  const notices = noticesOf(useWindow())
  const { name, choices } = notice
  const shown = choices.length > 0 ? choices : [{ words: 'notice.close' } as const]
  return (
    <div className="notice-bar" role="alert">
      <span className="notice-words">! {noticeText(notice, t)}</span>
      {shown.map((choice) => (
        <button
          key={choice.words}
          type="button"
          className="dialog-action"
          onClick={() => {
            notices.close(name)
            if ('run' in choice) choice.run?.()
          }}
        >
          {t(choice.words)}
        </button>
      ))}
    </div>
  )
}
