/**
 * Tells each stretch in which its processor ran nothing at all: it asks for 4 ms of sleep, before
 * all others, and is late only where the machine itself was not run.
 */
const SLEEP = 4
/** Milliseconds of delay from which it counts. */
const LATE = 8

const cell = new Int32Array(new SharedArrayBuffer(4))
const now = (): number => performance.timeOrigin + performance.now()

for (let before = now(); ;) {
  Atomics.wait(cell, 0, 0, SLEEP)
  const woken = now()
  if (woken - before > SLEEP + LATE) process.stdout.write(`${before + SLEEP} ${woken}\n`)
  before = woken
}
