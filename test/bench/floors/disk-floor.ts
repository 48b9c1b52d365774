/** `node disk-floor.ts FOLDER`: appending 256 bytes to a growing file and syncing it, in µs. */
import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { percentile } from '../pinned.ts'

const path = join(process.argv[2] ?? '.', `floor-${process.pid}`)
const WARM_UP = 200
const ROUNDS = 2000
const record = Buffer.alloc(256, 7)
const file = openSync(path, 'a')
const times = new Float64Array(ROUNDS)
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  const begun = performance.now()
  writeSync(file, record)
  fdatasyncSync(file)
  if (round >= WARM_UP) times[round - WARM_UP] = (performance.now() - begun) * 1000
}
closeSync(file)
rmSync(path)
console.log(JSON.stringify({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) }))
