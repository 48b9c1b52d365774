import { expect, it } from 'vitest'
import type { Micros } from '../../../../src/core/domain/index.ts'
import { createSource, follows, fallsSilent, hears } from '../../../../src/core/replica/index.ts'
import { storeRows } from '../../../../src/renderer/panels/system/store-rows.ts'
import { translator } from '../../../../src/renderer/words/index.ts'
import { beatAt } from '../../desk/desk-rig.ts'

const NOW = 1_000_000 as Micros
const WELL = {
  'outbox.rows': 3,
  'outbox.age_ms': 40,
  'outbox.sent': 1_234,
  'outbox.poisoned': 0,
  'hot.latency_ms': 0.4,
  'hot.failing_ms': 0,
  'history.questions': 2,
  'history.failing_ms': 0,
}

function history(figures: Readonly<Record<string, number>>) {
  const source = createSource({ name: 'history', worker: 'history' }, NOW)
  follows(source, 1, NOW)
  hears(source, { ...beatAt(NOW), figures }, NOW)
  return source
}

function shown(source: ReturnType<typeof history>, language: 'en' | 'zh' = 'en') {
  return storeRows(source, translator(language)).map(({ name, state, isFine, figures }) =>
    [name, state, isFine ? 'fine' : 'amber', ...figures].join('|'),
  )
}

it('has a row each for the outbox, the hot store and the history store', () => {
  expect(shown(history(WELL))).toEqual([
    'Outbox of history|● durable|fine||1,234|3|0',
    'Hot store|● up|fine|400|||',
    'History store|● up|fine|||2|',
  ])
})

it('says in amber for how long a store is away, and shows no answer of before', () => {
  const away = { ...WELL, 'hot.failing_ms': 4_200, 'history.failing_ms': 61_000 }
  expect(shown(history(away)).slice(1)).toEqual([
    'Hot store|○ away for 4.2s|amber||||',
    'History store|○ away for 61s|amber|||2|',
  ])
  expect(shown(history(away), 'zh')[1]).toBe('热数据库|○ 已断开 4.2s|amber||||')
})

it('has a row for a hot store that never answered, as soon as it is known to be away', () => {
  const never = { ...WELL, 'hot.latency_ms': NaN }
  expect(shown(history(never)).length).toBe(2)
  expect(shown(history({ ...never, 'hot.failing_ms': 1 }))[1]).toBe(
    'Hot store|○ away for 0.0s|amber||||',
  )
})

it('knows of no store how it is while the history itself is not heard', () => {
  const source = history({ ...WELL, 'hot.failing_ms': 4_200 })
  fallsSilent(source, 9_000_000 as Micros, 1_000_000)
  expect(shown(source).map((row) => row.split('|').slice(1, 3))).toEqual(
    Array.from({ length: 3 }, () => ['○ not heard', 'amber']),
  )
})

it('tells a journal of whoever writes one', () => {
  const source = createSource({ name: 'gateway', worker: 'gateway' }, NOW)
  follows(source, 1, NOW)
  hears(source, { ...beatAt(NOW), figures: { 'journal.p50_us': 210 } }, NOW)
  expect(shown(source)).toEqual(['gateway journal|● durable|fine|210|||'])
})
