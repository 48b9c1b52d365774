interface Handling {
  /** What is being handled just now; TypeScript's own word for it says that it is old, no more. */
  readonly event?: { readonly timeStamp: number } | undefined
}

/**
 * When a person pressed what is being handled, in milliseconds as of `performance.now()`: a page
 * that comes to two quick presses late comes to both of them late, but not equally so.
 */
export function pressedAt(): number {
  const now = performance.now()
  const { timeStamp = now } = (globalThis as Handling).event ?? {}
  return Math.min(now, timeStamp)
}
