/**
 * Calls a listener. Its error is the program's, not the line's: it is thrown where a process
 * hears of uncaught ones, and the next frame comes all the same.
 */
export function callOut<Told extends unknown[]>(
  listener: (...told: Told) => void,
  ...told: Told
): void {
  try {
    listener(...told)
  } catch (error) {
    raise(error)
  }
}

/** Throws where nobody catches: what should be impossible must not pass in silence. */
export function raise(error: unknown): void {
  setImmediate(() => {
    throw error
  })
}
