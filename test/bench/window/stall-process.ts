import { execFileSync } from 'node:child_process'

/**
 * Tells each stretch in which its processor ran nothing at all: it asks for 4 ms of sleep, before
 * all others, and is late only where the machine itself was not run.
 */
const SLEEP = 4
/** Milliseconds of delay from which it counts. */
const LATE = 8

const cell = new Int32Array(new SharedArrayBuffer(4))
const now = (): number => performance.timeOrigin + performance.now()
const parent = process.ppid

// Not before it runs: what starts takes its time, and no other would have any.
execFileSync('chrt', ['-f', '-p', '90', String(process.pid)], { stdio: 'ignore' })
// One that is left alone would wake before all others for ever.
for (let before = now(); process.ppid === parent;) {
  Atomics.wait(cell, 0, 0, SLEEP)
  const woken = now()
  if (woken - before > SLEEP + LATE) process.stdout.write(`${before + SLEEP} ${woken}\n`)
  before = woken
}
