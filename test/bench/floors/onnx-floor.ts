/** `node onnx-floor.ts MODEL`: the bare `run()` of the shipped network, one thread, in µs. */
import { readFileSync } from 'node:fs'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { percentile } from '../pinned.ts'

const WARM_UP = 2000
const ROUNDS = 10_000
const session = await InferenceSession.create(readFileSync(process.argv[2] ?? ''), {
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
})
const name = session.inputNames[0] ?? ''
const width = Number(process.argv[3])
const input = { [name]: new Tensor('float32', new Float32Array(width), [1, width]) }
const times = new Float64Array(ROUNDS)
for (let round = 0; round < WARM_UP + ROUNDS; round++) {
  const begun = performance.now()
  await session.run(input)
  if (round >= WARM_UP) times[round - WARM_UP] = (performance.now() - begun) * 1000
}
console.log(JSON.stringify({ p50: percentile(times, 0.5), p99: percentile(times, 0.99) }))
