import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { crc32c } from '../../../src/core/journal/index.ts'

const of = (bytes: readonly number[]): number => crc32c(Uint8Array.from(bytes), 0, bytes.length)
const rising = Array.from({ length: 32 }, (_, index) => index)

/** One bit a turn, as the polynomial is defined. */
function bitwise(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0x82f63b78 : crc >>> 1
  }
  return ~crc >>> 0
}

describe('the checksum of a record', () => {
  it('is that of the test vectors of RFC 3720, appendix B.4', () => {
    const read = [
      0x01, 0xc0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x14, 0, 0, 0, 0, 0, 0x04, 0, 0, 0, 0,
      0x14, 0, 0, 0, 0x18, 0x28, 0, 0, 0, 0, 0, 0, 0, 0x02, 0, 0, 0, 0, 0, 0, 0,
    ]
    const sums = [
      of(Array.from({ length: 32 }, () => 0)),
      of(Array.from({ length: 32 }, () => 0xff)),
      of(rising),
      of(rising.toReversed()),
      of(read),
      of([...Buffer.from('123456789')]),
    ]
    expect(sums).toEqual([0x8a9136aa, 0x62a8ab43, 0x46dd794e, 0x113fdb5c, 0xd9963a56, 0xe3069283])
  })

  it('is that of the definition for any bytes at any place', () =>
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(20), (bytes, before) => {
        const moved = Uint8Array.from([...new Uint8Array(before), ...bytes, 1, 2, 3])
        expect(crc32c(moved, before, before + bytes.length)).toBe(bitwise(bytes))
      }),
    ))
})
