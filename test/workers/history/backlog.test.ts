import { expect, it } from 'vitest'
import { freePorts } from '../../servers/index.ts'
import { until } from '../../until.ts'
import { arranged } from './arrangement.ts'
import { EVER } from './asker.ts'
import { secret, startedHistory } from './history-fixture.ts'
import { walk } from './market-quotes.ts'

it('goes on beating, listening and answering while it works off what was left', async () => {
  const [port = 0] = await freePorts(1)
  const away = secret(`http::addr=127.0.0.1:${port};`)
  const first = await arranged({ spec: { questdb: away } })
  const quotes = walk(40_000)
  for (let from = 0; from < quotes.length; from += 1_000) {
    first.gateway.quotes(...quotes.slice(from, from + 1_000))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await until(() => first.figure('outbox.rows') >= quotes.length)
  await first.station.quit('the test says so')
  expect(first.lines.at(-1)).toMatch(/^4\d{4} rows wait in the outbox for the next start$/)

  const next = await startedHistory({ ...first.spec, questdb: undefined }, first.hub)
  await next.asker.reply({ kind: 'tapes', ...EVER })
  await until(() => next.figure('outbox.rows') === 0)
  const backlogs = next.ears.of('beat').flatMap(({ figures }) => figures['outbox.rows'] ?? [])
  const between = new Set(backlogs.filter((rows) => rows > 0 && rows < quotes.length))
  expect(between.size).toBeGreaterThan(1)
  const coverage = await next.asker.awaited(2, { kind: 'coverage', ...EVER })
  expect(coverage.map(({ ticks }) => ticks)).toEqual([quotes.length / 2, quotes.length / 2])
})
