import { createHash } from 'node:crypto'
import { parseArgs } from 'node:util'
import { STEPS, shortestFailure, simulate } from './simulate.ts'

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    steps: { type: 'string', default: String(STEPS) },
  },
})
const seeds = Number(values.seeds)
const from = Number(values.from)
const steps = Number(values.steps)
const hash = createHash('sha256')
let failures = 0
const totals = { submits: 0, fills: 0, rejected: 0, unknown: 0, halts: 0 }

for (let seed = from; seed < from + seeds; seed++) {
  const outcome = simulate(seed, steps)
  hash.update(outcome.hash)
  for (const key of Object.keys(totals) as (keyof typeof totals)[])
    totals[key] += outcome.counts[key]
  if (outcome.failure === undefined) continue
  failures++
  const { deeds, broken } = shortestFailure(seed, steps).failure ?? outcome.failure
  console.log(`seed ${seed} fails after ${deeds.length} steps:`)
  for (const deed of deeds) console.log(`  ${deed}`)
  for (const promise of broken) console.log(`  broken: ${promise}`)
}
console.log(
  Object.entries(totals)
    .map(([what, count]) => `${what} ${count}`)
    .join(', '),
)
console.log(JSON.stringify({ seeds, failures, hash: hash.digest('hex') }))
process.exitCode = failures === 0 ? 0 : 1
