/**
 * Puts a text on the clipboard, at a person's press. By the browser's own command: the clipboard's
 * interface wants a right, and the shell gives pages none. @returns whether it was done.
 */
export function copyToClipboard(text: string, page: Document = document): boolean {
  let done = false
  const put = (event: ClipboardEvent): void => {
    if (event.clipboardData === null) return
    event.clipboardData.setData('text/plain', text)
    event.preventDefault()
    // What has the focus would put something else there.
    event.stopPropagation()
    done = true
  }
  page.addEventListener('copy', put, { capture: true })
  try {
    return page.execCommand('copy') && done
  } finally {
    page.removeEventListener('copy', put, { capture: true })
  }
}
