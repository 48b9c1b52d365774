import { describe, expect, it } from 'vitest'
import { copyToClipboard } from '../../../src/renderer/components/clipboard.ts'

/** A page whose browser copies, tells of a copy without the clipboard, or tells of none. */
class Page {
  readonly clipboard: string[] = []
  listeners = 0
  readonly #told: 'all' | 'no clipboard' | 'nothing'
  #listener: (event: unknown) => void = () => undefined

  constructor(told: 'all' | 'no clipboard' | 'nothing' = 'all') {
    this.#told = told
  }

  addEventListener(_: string, listener: (event: unknown) => void): void {
    this.listeners++
    this.#listener = listener
  }

  removeEventListener(): void {
    this.listeners--
  }

  execCommand(name: string): boolean {
    if (name !== 'copy' || this.#told === 'nothing') return false
    const clipboardData = { setData: (_: string, text: string) => this.clipboard.push(text) }
    this.#listener({
      clipboardData: this.#told === 'all' ? clipboardData : null,
      preventDefault: () => undefined,
      stopPropagation: () => undefined,
    })
    return true
  }
}

const copied = (page: Page): boolean => copyToClipboard('1\t2', page as unknown as Document)

describe('a text for the clipboard', () => {
  it('is put there by the browser’s own command, and nothing listens afterwards', () => {
    const page = new Page()
    expect([copied(page), page.clipboard, page.listeners]).toEqual([true, ['1\t2'], 0])
  })

  it.each(['no clipboard', 'nothing'] as const)(
    'is not there where the browser tells of %s',
    (told) => {
      const page = new Page(told)
      expect([copied(page), page.clipboard, page.listeners]).toEqual([false, [], 0])
    },
  )
})
