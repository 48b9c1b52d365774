import { describe, expect, it } from 'vitest'
import type { AckFact } from '../../../../src/core/contracts/index.ts'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { openFeed } from '../../../../src/main/app/feed/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { openRouter } from '../../../../src/main/app/router/index.ts'
import { marketQuote, START } from '../../../core/engine/fixture/market.ts'
import { AccountStory, SOURCES } from '../../../core/replica/account-story.ts'
import { until } from '../../../until.ts'
import { ABOUT, TestWindow } from '../feed/feed-fixture.ts'
import { InstanceFixture } from '../replica/instance-fixture.ts'

async function opened() {
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
  const main = openReplica(station, SOURCES)
  const feed = openFeed(station, main, ABOUT)
  const router = openRouter(station, main, 'ann')
  const window = new TestWindow()
  const line = feed.open(window.end)
  await until(() => isFresh(main.replica.sources.get('gateway')!.standing))
  await until(() => station.push('gateway').connected && window.mirror !== undefined)
  return { gateway, window, line, feed, router }
}

describe('a window of main', () => {
  it('sees the quotes that a gateway tells', async () => {
    const { gateway, window } = await opened()
    gateway.say(marketQuote({ last: 5_055 }))
    await until(() => window.mirror?.state.quotes[0]?.last === 5_055)
    expect(window.mirror?.sources.get('gateway')?.standing.line).toBe('following')
  })

  it('sees the acknowledgement of its command among the facts', async () => {
    const { window, line, router } = await opened()
    line.reply(1, await router.send('orders.cancel', {}))
    await until(() => window.mirror?.acks.length === 1)
    expect(window.mirror?.acks[0]?.command).toBe(window.replies[0]?.command)
  })

  it('is told nothing once it is closed', async () => {
    const { window, line, feed, router } = await opened()
    line.close()
    const before = window.frames.length
    line.reply(9, await router.send('orders.cancel', {}))
    feed.flush()
    expect([window.frames.length, window.replies, feed.windows]).toEqual([before, [], 0])
  })
})
