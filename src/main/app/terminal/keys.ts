/** What of a keyboard is needed; `process.stdin` is one. */
export interface KeyInput {
  setRawMode?(raw: boolean): unknown
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  off(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  resume(): unknown
  pause(): unknown
}

export type Key = 'quit' | 'unlock'

/** `q`, `u`, Ctrl-C and Ctrl-D; a terminal in raw mode sends the latter as plain characters. */
const KEYS: Readonly<Record<number, Key>> = {
  113: 'quit',
  81: 'quit',
  3: 'quit',
  4: 'quit',
  117: 'unlock',
  85: 'unlock',
}

/** Listens for keys, each pressed alone. @returns what ends it and gives the keyboard back. */
export function listenForKeys(input: KeyInput, pressed: (key: Key) => void): () => void {
  const listener = (bytes: Uint8Array): void => {
    for (const byte of bytes) {
      const key = KEYS[byte]
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
