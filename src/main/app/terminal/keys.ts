/** What of a keyboard is needed; `process.stdin` is one. */
export interface KeyInput {
  setRawMode?(raw: boolean): unknown
  on(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  off(event: 'data', listener: (bytes: Uint8Array) => void): unknown
  resume(): unknown
  pause(): unknown
}

export type Key = 'quit'

/** `q`, Ctrl-C and Ctrl-D; a terminal in raw mode sends the latter as plain characters. */
const QUIT = new Set([113, 81, 3, 4])

/** Listens for keys, each pressed alone. @returns what ends it and gives the keyboard back. */
export function listenForKeys(input: KeyInput, pressed: (key: Key) => void): () => void {
  const listener = (bytes: Uint8Array): void => {
    if (bytes.some((byte) => QUIT.has(byte))) pressed('quit')
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
