import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { FactFrame } from '../../../src/core/contracts/message.ts'
import { factFramesOf } from '../../../src/core/contracts/message.ts'
import { instrumentFixture } from '../instrument-fixture.ts'

/** What the frames of a line hold, for those who look into it. */
export function framesOf(frames: readonly Uint8Array[]): readonly FactFrame[] {
  const codec = createCodec([instrumentFixture()])
  return frames.flatMap((frame) => {
    const decoded = codec.decode(frame)
    const found = decoded.ok ? factFramesOf(decoded.value) : []
    if (found.length === 0) throw new Error('no facts')
    return found
  })
}
