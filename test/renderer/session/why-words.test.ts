import { expect, it } from 'vitest'
import type { SessionStatus } from '../../../src/renderer/session/index.ts'
import { whyWords } from '../../../src/renderer/session/why-words.ts'
import { TEXTS, translator } from '../../../src/renderer/words/index.ts'

const status = (terms: Partial<SessionStatus>) => terms as SessionStatus
const [en, zh] = [translator('en'), translator('zh')]

it('a line that is refused says what its code means, and what was said of it behind', () => {
  const refused = status({ code: 'web.session', why: 'this browser was not let in' })
  expect([whyWords(refused, en), whyWords(refused, zh)]).toEqual([
    `${TEXTS.en['code.web.session']} (this browser was not let in)`,
    `${TEXTS.zh['code.web.session']}（原文：this browser was not let in）`,
  ])
})

it('a line without a code says what was said of it', () => {
  expect(whyWords(status({ code: '', why: 'it was closed' }), zh)).toBe('it was closed')
})
