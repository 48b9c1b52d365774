/** Milliseconds on a clock that never jumps, for deadlines within this process. */
export function now(): number {
  return performance.now()
}

export const LATE = Symbol('late')

/** What the work gives, or `LATE` when it is not done by the deadline; the work itself goes on. */
export async function by<Value>(
  deadline: number,
  work: Promise<Value>,
): Promise<Value | typeof LATE> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<typeof LATE>((resolve) => {
    timer = setTimeout(() => resolve(LATE), Math.max(0, deadline - now()))
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
