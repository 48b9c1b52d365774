import { describe, expect, it } from 'vitest'
import type { AckFact } from '../../../../src/core/contracts/index.ts'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { openFeed } from '../../../../src/main/app/feed/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { attendWindow, openRouter } from '../../../../src/main/app/router/index.ts'
import { marketQuote, START } from '../../../core/engine/fixture/market.ts'
import { AccountStory, SOURCES } from '../../../core/replica/account-story.ts'
import { until } from '../../../until.ts'
import { TestWindow } from '../feed/feed-fixture.ts'
import { InstanceFixture } from '../replica/instance-fixture.ts'

async function attended() {
  const fixture = new InstanceFixture()
  const gateway = await fixture.worker('gateway')
  gateway.tell(new AccountStory().begins())
  gateway.onCommand = ({ id, sender, kind }) =>
    gateway.say({
      kind: 'ack',
      at: START,
      command: id,
      commandKind: kind as AckFact['commandKind'],
      sender,
      outcome: 'accepted',
      code: '',
      message: '',
    })
  const station = fixture.main()
  const opened = openReplica(station, SOURCES)
  const feed = openFeed(station, opened)
  const router = openRouter(station, opened, 'ann')
  const window = new TestWindow()
  const line = attendWindow(feed, router, window.end)
  await until(() => isFresh(opened.replica.sources.get('gateway')!.standing))
  await until(() => station.push('gateway').connected && window.mirror !== undefined)
  return { gateway, window, line, feed }
}

describe('a window that is attended', () => {
  it('sees the quotes that a gateway tells', async () => {
    const { gateway, window } = await attended()
    gateway.say(marketQuote({ last: 5_055 }))
    await until(() => window.mirror?.state.quotes[0]?.last === 5_055)
    expect(window.mirror?.sources.get('gateway')?.standing.line).toBe('following')
  })

  it('gets an answer to each of its requests, by their numbers', async () => {
    const { window, line } = await attended()
    line.request({ request: 1, name: 'orders.cancel', body: {} })
    line.request({ request: 2, name: 'order.submit', body: { volume: 1 } })
    line.request({ request: 3, name: 'quotes.watch', body: { instruments: [1] } })
    line.request({ request: 4, name: 'quotes.watch', body: { instruments: ['SHFE.ag2012'] } })
    line.request({ request: 5, name: 'order.steal' })
    line.request('nonsense')
    await until(() => window.replies.length === 6)
    const told = window.replies
      .toSorted((one, other) => one.request - other.request)
      .map(({ request, outcome, code }) => [request, outcome, code])
    expect(told).toEqual([
      [0, 'refused', 'command.shape'],
      [1, 'accepted', ''],
      [2, 'refused', 'command.shape'],
      [3, 'accepted', ''],
      [4, 'refused', 'command.shape'],
      [5, 'refused', 'command.shape'],
    ])
  })

  it('sees the acknowledgement of its command among the facts', async () => {
    const { window, line } = await attended()
    line.request({ request: 1, name: 'orders.cancel' })
    await until(() => window.mirror?.acks.length === 1)
    await until(() => window.replies.length === 1)
    expect(window.mirror?.acks[0]?.command).toBe(window.replies[0]?.command)
  })

  it('is told nothing once it is closed', async () => {
    const { gateway, window, line, feed } = await attended()
    line.close()
    const before = window.frames.length
    gateway.say(marketQuote({ last: 5_066 }))
    line.request({ request: 9, name: 'orders.cancel' })
    await until(() => gateway.commands.length === 1)
    feed.flush()
    expect([window.frames.length, window.replies, feed.windows]).toEqual([before, [], 0])
  })
})
