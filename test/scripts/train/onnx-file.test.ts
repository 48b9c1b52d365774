import * as fc from 'fast-check'
import { InferenceSession, Tensor } from 'onnxruntime-node'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../../src/core/domain/index.ts'
import { createNetwork, ForwardPass, rounded } from '../../../scripts/train/network.ts'
import { INPUT, OUTPUT, writeOnnx } from '../../../scripts/train/onnx-file.ts'

const widths = fc.array(fc.integer({ min: 1, max: 24 }), { minLength: 2, maxLength: 5 })

describe('the ONNX file of a network', () => {
  it('gives in onnxruntime what the network gives here, whatever its size', async () => {
    await fc.assert(
      fc.asyncProperty(widths, fc.integer(), async (sizes, seed) => {
        const random = seeded(seed)
        const network = rounded(createNetwork(sizes, random))
        const row = Float32Array.from({ length: sizes[0]! }, () => 2 * random.normal())
        const expected = Array.from(new ForwardPass(network).run(row, 0))

        const session = await InferenceSession.create(writeOnnx(network, 'any'))
        const answer = await session.run({ [INPUT]: new Tensor('float32', row, [1, row.length]) })
        const given = Array.from(answer[OUTPUT]!.data as Float32Array)
        await session.release()

        expect(given.length).toBe(expected.length)
        const furthest = given.map((value, index) => Math.abs(value - expected[index]!))
        expect(Math.max(...furthest)).toBeLessThan(1e-5)
      }),
      { numRuns: 50 },
    )
  })

  it('names its input and output, one row each', async () => {
    const network = createNetwork([4, 5, 3], seeded(1))
    const session = await InferenceSession.create(writeOnnx(network, 'any'))
    expect([session.inputMetadata, session.outputMetadata]).toEqual([
      [{ name: 'features', isTensor: true, type: 'float32', shape: [1, 4] }],
      [{ name: 'probabilities', isTensor: true, type: 'float32', shape: [1, 3] }],
    ])
    await session.release()
  })
})
