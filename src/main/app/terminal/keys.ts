/** What of a keyboard is needed; `process.stdin` is one. */
export interface KeyInput {
  setRawMode?(raw: boolean): unknown
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  off(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  resume(): unknown
  pause(): unknown
}

export type Key = 'quit' | 'unlock' | 'halt' | 'flatten' | 'accept' | 'link'

const LETTERS: Readonly<Record<string, Key>> = {
  q: 'quit',
  u: 'unlock',
  h: 'halt',
  f: 'flatten',
  a: 'accept',
  l: 'link',
}

/** Ctrl-C and Ctrl-D, which a terminal in raw mode sends as plain characters. */
const LEAVING = new Set([3, 4])

/** Listens for keys, each pressed alone. @returns what ends it and gives the keyboard back. */
export function listenForKeys(input: KeyInput, pressed: (key: Key) => void): () => void {
  const listener = (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      const letter = String.fromCharCode(byte).toLowerCase()
      const key = LEAVING.has(byte) ? 'quit' : LETTERS[letter]
      if (key !== undefined) pressed(key)
    }
  }
  input.setRawMode?.(true)
  input.on('data', listener)
  input.resume()
  return () => {
    input.off('data', listener)
    input.setRawMode?.(false)
    input.pause()
  }
}
