import { describe, expect, it } from 'vitest'
import { ERROR_CODES } from '../../../src/core/contracts/index.ts'
import { EN } from '../../../src/renderer/words/codes.en.ts'
import { ZH } from '../../../src/renderer/words/codes.zh.ts'

/** What fits beside the code on two lines of a panel. */
const LONGEST = 100

describe('the words of codes', () => {
  it('have a sentence for every code, and none for others', () => {
    const wanted = ERROR_CODES.map((code) => `code.${code}`).sort()
    expect([Object.keys(EN).sort(), Object.keys(ZH).sort()]).toEqual([wanted, wanted])
  })

  it('are whole sentences, and short', () => {
    const sentences = [...Object.values<string>(EN), ...Object.values(ZH)]
    const wrong = sentences.filter((text) => text.length > LONGEST || !/[.。]$/.test(text))
    expect(wrong).toEqual([])
  })
})
