import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack } from '../../../src/core/contracts/codec-pack.ts'
import { PREFIX_LENGTH } from '../../../src/core/contracts/wire/prefix.ts'
import { isPlainMessagePack } from '../../../src/core/contracts/wire/scan.ts'
import type { Slot } from '../../../src/core/contracts/wire/shape.ts'

/** Any value as the packer writes it, without the prefix. */
const packed = (value: unknown): Uint8Array => pack(1, 0, value as Slot).subarray(PREFIX_LENGTH)

const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double(),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(tie('tree'), { maxLength: 40 }),
  ),
}))

describe('the look at a message before it is unpacked', () => {
  it('passes every plain value, and no part of it, and nothing behind it', () =>
    fc.assert(
      fc.property(tree, fc.nat(), (value, place) => {
        const bytes = packed(value)
        const cut = bytes.subarray(0, place % bytes.length)
        const longer = Uint8Array.from([...bytes, 0xc0])
        expect([bytes, cut, longer].map((seen) => isPlainMessagePack(seen, 0))).toEqual([
          true,
          false,
          false,
        ])
      }),
    ))

  it('passes every width of number, text and list that another library may choose', () => {
    const wide = [
      [0xca, 0, 0, 0, 0],
      [0xcf, 0, 0, 0, 0, 0, 0, 0, 1],
      [0xd3, 0, 0, 0, 0, 0, 0, 0, 1],
      [0xd9, 1, 0x61],
      [0xda, 0, 1, 0x61],
      [0xdb, 0, 0, 0, 1, 0x61],
      [0xdc, 0, 1, 1],
      [0xdd, 0, 0, 0, 1, 1],
    ]
    const seen = wide.map((bytes) => isPlainMessagePack(Uint8Array.from(bytes), 0))
    expect(seen).toEqual(wide.map(() => true))
  })

  it('stops maps, binaries, extensions and the byte that no format uses, at any depth', () => {
    const odd = [{ a: 1 }, {}, Buffer.from('x'), new Date(0), new Map([[1, 2]])].map((value) =>
      packed([1, [value]]),
    )
    const raw = [0xc1, 0xc7, 0xc8, 0xc9, 0xd4, 0xd5, 0xd6, 0xd7, 0xd8, 0xde, 0xdf]
    const long = raw.map((token) => Uint8Array.from([token, 0, 0, 0, 0, 0, 0, 0, 0]))
    const passed = [...odd, ...long].filter((bytes) => isPlainMessagePack(bytes, 0))
    expect(passed).toEqual([])
  })
})
