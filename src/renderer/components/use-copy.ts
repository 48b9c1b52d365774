import { useCallback } from 'react'
import { useWindow } from '../desk/index.ts'
import { noticesOf } from '../layout/notices.ts'
import { copyToClipboard } from './clipboard.ts'

/** Copies a text at a person's press, and says so where the browser did not. */
export function useCopy(): (text: string) => void {
  const window = useWindow()
  return useCallback(
    (text) => {
      if (!copyToClipboard(text)) noticesOf(window).say('notice.uncopied')
    },
    [window],
  )
}
