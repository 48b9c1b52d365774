import { describe, expect, it } from 'vitest'
import type { Mode } from '../../../src/core/contracts/index.ts'
import { signatureOf, signedBy } from '../../../src/core/desk/signature.ts'

const LENIENT = ['simulated', 'paper'] as const
const STRICT: readonly (Mode | undefined)[] = ['live', 'replay', 'monitor', undefined]

describe('who signs for the venue’s books', () => {
  it.each(LENIENT)('in %s is the user of the machine, unless another name is typed', (mode) => {
    const signature = signatureOf(mode, 'ann')
    expect(signature).toEqual({ offered: 'ann', needsName: false })
    expect(['ann', '', '  ', ' Bo Li '].map((typed) => signedBy(signature, typed))).toEqual([
      'ann',
      '',
      '',
      'Bo Li',
    ])
  })

  it.each(STRICT)('in %s types a name, which nobody offers', (mode) => {
    const signature = signatureOf(mode, 'ann')
    expect(signature).toEqual({ offered: '', needsName: true })
    expect(['', ' \t', ' Bo Li '].map((typed) => signedBy(signature, typed))).toEqual([
      undefined,
      undefined,
      'Bo Li',
    ])
  })
})
