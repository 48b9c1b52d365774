import { describe, expect, it } from 'vitest'
import { openQuestdb } from '../../../../src/adapters/history/index.ts'
import { refused } from '../../../core/contracts/told.ts'

describe('the settings of a QuestDB', () => {
  it.each([
    ['http::addr=;password=hunter2;', undefined, 'the setting questdb cannot be read; write http'],
    ['hunter2', undefined, 'the setting questdb cannot be read'],
    ['tcp::addr=127.0.0.1:9009;', undefined, 'the setting questdb must begin with http'],
    ['http::addr=127.0.0.1;', 'mysql://x:hunter2@h/', 'the setting questdbPg cannot be read'],
    ['http::addr=127.0.0.1;', 'hunter2', 'the setting questdbPg cannot be read'],
  ])('are refused without a word of what they say: %s and %s', (questdb, questdbPg, words) => {
    const result = openQuestdb({ questdb, questdbPg })
    expect(result).toEqual(refused('store.config', words))
    expect(JSON.stringify(result)).not.toContain('hunter2')
  })

  it('name both places, the second one derived from the first', () => {
    const place = (questdb: string, questdbPg?: string): string | undefined => {
      const made = openQuestdb({ questdb, questdbPg })
      return made.ok ? made.value.status().place : made.error.message
    }
    expect([
      place('http::addr=db.local:9001;password=hunter2;username=u'),
      place('http::addr=db.local'),
      place('http::addr=db.local:9001', 'postgresql://u:hunter2@other/qdb'),
      place('https::addr=db.local:9001', 'postgres://other:5/x'),
    ]).toEqual([
      'db.local:9001 (lines) and db.local:8812 (questions)',
      'db.local:9000 (lines) and db.local:8812 (questions)',
      'db.local:9001 (lines) and other:8812 (questions)',
      'db.local:9001 (lines) and other:5 (questions)',
    ])
  })
})
