import { setTimeout } from 'node:timers/promises'

/** Waits until something is so, looking again and again; throws where it is not in good time. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  withinMilliseconds = 30_000,
): Promise<void> {
  const deadline = performance.now() + withinMilliseconds
  while (!(await condition())) {
    if (performance.now() > deadline) {
      throw new Error(`was not so within ${withinMilliseconds} ms: ${String(condition)}`)
    }
    await setTimeout(10)
  }
}
