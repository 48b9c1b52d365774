/**
 * Kills and stops processes of the built workstation at random, and proves that no order came twice
 * or was forgotten: `npm run soak -- --kills 100 --seed 1`. The last line is one JSON object.
 */
import { parseArgs } from 'node:util'
import { soak } from './soak.ts'

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '30' },
    rate: { type: 'string', default: '300' },
    'latency-ms': { type: 'string', default: '20' },
    'silence-ms': { type: 'string', default: '1000' },
    keep: { type: 'boolean', default: false },
  },
})
const passed = (['seed', 'rate', 'latency-ms', 'silence-ms'] as const).flatMap((name) => [
  `--${name}`,
  values[name],
])
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
const soaked = await soak({
  kills: Number(values.kills),
  seed: Number(values.seed),
  minutes: Number(values.minutes),
  args: passed,
  keep: values.keep,
  say,
})
for (const promise of soaked.broken.slice(0, 40)) say(`broken: ${promise}`)
say(JSON.stringify({ ...soaked, broken: soaked.broken.length }))
process.exitCode = soaked.broken.length === 0 ? 0 : 1
