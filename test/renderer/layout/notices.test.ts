import { expect, it } from 'vitest'
import { noticeText, Notices } from '../../../src/renderer/layout/notices.ts'
import { translator } from '../../../src/renderer/words/index.ts'

it('a notice that is open follows the language, with the words in it', () => {
  const notices = new Notices()
  notices.say('notice.unanswered', { key: (t) => t('key.flatten-all') })
  const { said } = notices.store.getState()
  const [en, zh] = [translator('en'), translator('zh')]
  expect([noticeText(said!, en), noticeText(said!, zh)]).toEqual([
    en('notice.unanswered', { key: en('key.flatten-all') }),
    zh('notice.unanswered', { key: zh('key.flatten-all') }),
  ])
})
