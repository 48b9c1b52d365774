/**
 * The way there and back between two bare Node processes over a unix socket, 256 bytes each way:
 * no library, no codec, no thread but Node's own. `node socket-floor.ts PATH echo` answers,
 * `… PATH ask` asks, and prints the median in µs.
 */
import { connect, createServer } from 'node:net'
import { percentile } from '../pinned.ts'

const [path = '', role] = process.argv.slice(2)
const LENGTH = 256
const WARM_UP = 2000
const ROUNDS = 5000

if (role === 'echo') {
  createServer((line) => {
    line.on('data', (chunk) => line.write(chunk))
    line.on('close', () => process.exit(0))
  }).listen(path, () => console.log('listening'))
} else {
  const line = connect(path)
  const message = Buffer.alloc(LENGTH, 7)
  const times = new Float64Array(ROUNDS)
  let round = 0
  let got = 0
  let begun = 0
  const ask = (): void => {
    begun = performance.now()
    line.write(message)
  }
  line.on('connect', ask)
  line.on('data', (chunk) => {
    got += chunk.length
    if (got < LENGTH) return
    got = 0
    const took = (performance.now() - begun) * 1000
    if (round >= WARM_UP) times[round - WARM_UP] = took
    round++
    if (round < WARM_UP + ROUNDS) return ask()
    console.log(JSON.stringify({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) }))
    line.end()
  })
}
