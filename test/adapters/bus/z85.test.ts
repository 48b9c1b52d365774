import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCurveKeys } from '../../../src/adapters/bus/index.ts'
import { encodeZ85, isKey } from '../../../src/adapters/bus/zeromq/z85.ts'

describe('a key', () => {
  it('is written as the specification writes its example', () => {
    const bytes = Uint8Array.of(0x86, 0x4f, 0xd2, 0x6f, 0xb5, 0x59, 0xf7, 0x5b)
    expect(encodeZ85(bytes)).toBe('HelloWorld')
  })

  it('is any 32 bytes, written', () => {
    const keys = fc.uint8Array({ minLength: 32, maxLength: 32 })
    fc.assert(
      fc.property(keys, (bytes) => {
        expect(isKey(encodeZ85(bytes))).toBe(true)
      }),
    )
  })

  it('is not one of another length, with another letter, or above 32 bits a group', () => {
    const { publicKey } = createCurveKeys()
    const digits = publicKey.slice(1)
    expect(
      [publicKey, digits, `${publicKey}0`, `~${digits}`, `"${digits}`, '#'.repeat(40), ''].map(
        isKey,
      ),
    ).toEqual([true, false, false, false, false, false, false])
  })

  it('is made anew each time, in pairs', () => {
    const [first, second] = [createCurveKeys(), createCurveKeys()]
    const all = [first, second].flatMap(({ publicKey, secretKey }) => [publicKey, secretKey])
    expect([new Set(all).size, all.every(isKey)]).toEqual([4, true])
  })
})
