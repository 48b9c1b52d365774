import { failed, ok } from '../../../src/core/domain/index.ts'
import type { RecordCodec } from '../../../src/core/journal/index.ts'

/** Records that are plain texts, so that a test can tell them at a glance. */
export const TEXT_CODEC: RecordCodec<string> = {
  encode: (text) => ({ type: 7, bytes: new Uint8Array(Buffer.from(text)) }),
  decode: (type, bytes) =>
    type === 7
      ? ok(Buffer.from(bytes).toString())
      : failed({ code: 'codec.kind', message: `type ${type} is no text` }),
}
