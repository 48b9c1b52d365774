import { expect, it } from 'vitest'
import { createMemoryHub } from '../../../src/adapters/bus/index.ts'
import { SEAL_VERDICTS } from '../../../src/core/seals/index.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { edit, openBook, withAnotherByte, write } from './edited-journal.ts'
import { GatewaySource } from './gateway-source.ts'
import { GATEWAY, historySpec, startedHistory } from './history-fixture.ts'

it('a history tells how the journal stands against its seals, and warns where it does not', async () => {
  const folder = temporaryFolder()
  const hub = createMemoryHub()
  await GatewaySource.open(hub.bus(), { doors: GATEWAY })
  const spec = historySpec({ folder })
  const book = openBook(folder)
  write(book, START, 50)

  const first = await startedHistory(spec, hub)
  const told = ({ figure }: typeof first): unknown => [
    SEAL_VERDICTS[figure('seals.verdict')],
    figure('seals.records'),
  ]
  await until(() => first.figure('seals.records') === 50)
  const now = Date.now() * 1000
  expect(told(first)).toEqual(['intact', 50])
  expect(now - first.figure('seals.at_us')).toBeLessThan(20_000_000)
  await first.station.quit('the journal is edited')
  expect(first.lines.join('\n')).toMatch(/the journal is sealed up to 50: [0-9a-f]{64}/)

  book.close()
  edit(folder, (groups) => groups.map((each, at) => (at === 20 ? withAnotherByte(each) : each)))
  const next = await startedHistory(spec, hub)
  await until(() => next.figure('seals.records') === 50 && next.ears.note !== '')
  expect(told(next)).toEqual(['broken', 50])
  expect([next.figure('seals.after'), next.figure('seals.until')]).toEqual([
    0,
    expect.toSatisfy((until: number) => until === 49 || until === 50),
  ])
  expect(next.ears.note).toContain('they were changed')
  expect(next.ears.health).toEqual([expect.stringMatching(/^ill: .*they were changed/)])
  expect(next.lines.join('\n')).toContain('[journal.broken]')
})
