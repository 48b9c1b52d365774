import { describe, expect, it, onTestFinished } from 'vitest'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { Since } from '../../../src/core/contracts/window-frame.ts'
import type { WindowLine } from '../../../src/main/app/windows/index.ts'
import { attachWindow } from '../../../src/main/app/windows/index.ts'
import { AccountStory } from '../../core/replica/account-story.ts'
import { shownOf } from '../../core/replica/replica-fixture.ts'
import { marketQuote, START } from '../../core/engine/fixture/market.ts'
import { FeedRig, LIFE } from '../../main/app/feed/feed-fixture.ts'
import { HostFixture, answerOf } from '../../main/app/windows/host-fixture.ts'
import { until } from '../../until.ts'
import { CARRIERS } from './carriers.ts'
import { PageEnd } from './page-end.ts'

const upTo = (count: number, from = 0) => Array.from({ length: count }, (_, at) => from + at)
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const SKIPPED = ' (skipped in memory: such a line has no place for anything else)'
const ASK = { name: 'history.ask', body: { question: {} } }

describe.each(Object.entries(CARRIERS))('a line over %s', (name, openCarrier) => {
  async function opened(factsKept?: number) {
    const rig = new FeedRig(factsKept)
    rig.tell(...new AccountStory().begins())
    const fixture = new HostFixture(rig.feed)
    const lines: WindowLine[] = []
    const sinces: (Since | undefined)[] = []
    const carrier = await openCarrier((line, since) => {
      lines.push(line)
      sinces.push(since)
      attachWindow(line, since, fixture.host)
    })
    const timer = setInterval(() => rig.feed.flush(), 5)
    onTestFinished(() => clearInterval(timer))
    const health = (numbers: readonly number[], padding = '') =>
      rig.tell(
        ...numbers.map((number) => {
          const fact = {
            kind: 'health',
            at: START,
            ok: true,
            saying: asSaid(`${number}${padding}`),
          } as const
          return { source: 'gateway', fact }
        }),
      )
    const quote = (last: number) => rig.tell({ source: 'gateway', fact: marketQuote({ last }) })
    const page = new PageEnd(carrier.link)
    await page.connected()
    const say = (request: number, rest: object = { name: 'orders.cancel', body: {} }): boolean =>
      page.line.send(JSON.stringify({ request, ...rest }))
    return { rig, fixture, carrier, lines, sinces, page, health, quote, say }
  }

  it('begins with everything that main knows', async () => {
    const { rig, page, sinces } = await opened()
    expect([page.frames.map(({ kind }) => kind), sinces]).toEqual([['opening'], [undefined]])
    expect(shownOf(page.mirror!)).toEqual(shownOf(rig.replica))
  })

  it('tells every change in its order', async () => {
    const { rig, page, health, quote } = await opened()
    for (const number of upTo(50)) {
      health([number])
      quote(5_000 + number)
      await turn()
    }
    await until(() => page.mirror?.state.quotes[0]?.last === 5_049)
    expect(page.told).toEqual(upTo(50))
    expect(shownOf(page.mirror!)).toEqual(shownOf(rig.replica))
  })

  it('brings requests to main and their answers back', async () => {
    const { page, say, fixture } = await opened()
    expect([say(7), say(8, ASK), say(9, { name: 'clock.read' })]).toEqual([true, true, true])
    await until(() => page.replies.length === 2 && page.answers.length === 1)
    const replied = page.replies.map(({ request, outcome }) => [request, outcome])
    expect(replied).toEqual(
      expect.arrayContaining([
        [7, 'accepted'],
        [9, 'accepted'],
      ]),
    )
    expect(page.answers[0]).toMatchObject({ request: 8, more: false, answer: { rows: [[1]] } })
    expect([fixture.routed, fixture.asked]).toEqual([[['orders.cancel', {}]], [{}]])
  })

  it('costs a page that does not read none of the facts, and all quotes but the newest', async () => {
    const { rig, page, carrier, lines, health, quote } = await opened(200_000)
    carrier.pause()
    let count = 0
    const padding = ' '.repeat(1_000)
    for (; lines[0]!.writable() && count < 60_000; count += 256) {
      health(upTo(256, count), padding)
      rig.feed.flush()
      await turn()
    }
    expect(lines[0]!.writable()).toBe(false)
    const before = rig.feed.sent.frames
    for (const number of upTo(300)) {
      quote(5_000 + number)
      rig.feed.flush()
    }
    health([count])
    rig.feed.flush()
    expect(rig.feed.sent.frames).toBe(before)
    carrier.resume()
    await until(() => page.told.length === count + 1)
    await until(() => page.mirror?.state.quotes[0]?.last === 5_299)
    expect(page.told).toEqual(upTo(count + 1))
    expect(page.quotes).toBeLessThan(10)
  })

  it('misses nothing and doubles nothing after a break', async () => {
    const { rig, page, carrier, health, sinces } = await opened()
    health(upTo(10))
    await until(() => page.told.length === 10)
    carrier.break()
    await until(() => page.ends.length === 1 && rig.feed.windows === 0)
    health(upTo(10, 10))
    page.again()
    await page.connected()
    await until(() => page.told.length === 20)
    expect(page.ends.map(({ why }) => why)).toEqual(['lost'])
    expect(page.told).toEqual(upTo(20))
    expect(sinces.at(-1)).toEqual({ life: LIFE, position: expect.any(Number) as number })
    expect(page.kinds).toContain('resumed')
    expect(shownOf(page.mirror!)).toEqual(shownOf(rig.replica))
  })

  it.each([
    [1001, 'lost'],
    [1008, 'refused'],
  ] as const)('tells the page that main ended it with %i', async (code, why) => {
    const { rig, page, lines, say, health } = await opened()
    health([0])
    rig.feed.flush()
    lines[0]!.close(code, 'for a reason')
    await until(() => page.ends.length > 0)
    expect(page.ends).toEqual([{ why, code, reason: 'for a reason' }])
    expect([page.told, say(1), rig.feed.windows]).toEqual([[0], false, 0])
  })

  it('tells main that the page ended it, and the page nothing more', async () => {
    const { rig, page, health, say } = await opened()
    page.line.close()
    health(upTo(10))
    await until(() => page.ends.length === 1 && rig.feed.windows === 0)
    await turn()
    expect([page.ends.length, page.told, say(1)]).toEqual([1, [], false])
  })

  it.each([
    ['what is no JSON', 'halt!', 1007],
    ['a list', '[]', 1007],
    ['a request without a number', '{"name":"orders.cancel","body":{}}', 1007],
    ['a name that nobody has', '{"request":1,"name":"toString","body":{}}', 1007],
    ['more than any request needs', JSON.stringify({ request: 1, name: 'x'.repeat(70_000) }), 1009],
  ])('cuts a page off that sends %s, and nothing comes of it', async (_words, text, code) => {
    const { rig, page, fixture, say } = await opened()
    page.line.send(text)
    say(2)
    await until(() => page.ends.length === 1 && rig.feed.windows === 0)
    expect(page.ends[0]).toMatchObject({ why: 'refused', code })
    expect([page.replies, fixture.routed]).toEqual([[], []])
  })

  it.skipIf(name === 'memory')(`cuts a page off that sends no text${SKIPPED}`, async () => {
    const { page, carrier, fixture } = await opened()
    carrier.sendBytes()
    await until(() => page.ends.length === 1)
    expect([page.ends[0], fixture.routed]).toMatchObject([{ why: 'refused', code: 1003 }, []])
  })

  it('cuts a page off that never stops asking', async () => {
    const { page, fixture, say } = await opened()
    for (const request of upTo(101)) say(request)
    await until(() => page.ends.length === 1)
    expect(page.ends[0]).toMatchObject({ why: 'refused', code: 1008 })
    expect(fixture.routed.length).toBe(100)
  })

  it('hands on an answer of five megabytes, and what changes meanwhile between its parts', async () => {
    const { page, fixture, say, health } = await opened()
    const rows = upTo(60_000).map((row) => [
      row,
      row / 7,
      `row ${row} of a long answer, ${'x'.repeat(60)}`,
    ])
    fixture.answer = () =>
      Promise.resolve(answerOf({ columns: ['a', 'b', 'c'], rows, capped: true }))
    say(3, ASK)
    await until(() => page.answers.length > 0)
    health([1])
    await until(() => page.answers.at(-1)?.more === false)
    expect(page.answers.flatMap(({ answer }) => answer.rows)).toEqual(rows)
    expect(page.answers.every(({ answer, request }) => answer.capped && request === 3)).toBe(true)
    const between = page.kinds.slice(page.kinds.indexOf('answer'), page.kinds.lastIndexOf('answer'))
    expect(between).toContain('changes')
  })
})
