import { describe, expect, it } from 'vitest'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { openFeed } from '../../../../src/main/app/feed/index.ts'
import { viewOf } from '../../../../src/main/app/processes-view/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { openSelf } from '../../../../src/main/app/self/index.ts'
import { WindowBook } from '../../../../src/main/app/windows/index.ts'
import { AccountStory, SOURCES } from '../../../core/replica/account-story.ts'
import { until } from '../../../until.ts'
import { ABOUT, TestWindow } from '../feed/feed-fixture.ts'
import { InstanceFixture } from '../replica/instance-fixture.ts'
import { noted } from '../../../noted.ts'

async function opened() {
  const fixture = new InstanceFixture()
  const gateway = await fixture.worker('gateway')
  gateway.tell(new AccountStory().begins())
  const station = fixture.main()
  const main = openReplica(station, SOURCES)
  const feed = openFeed(station, main, ABOUT)
  const book = new WindowBook()
  openSelf({ station, opened: main, feed, book, pid: 77, restarts: () => ({ gateway: 2 }) })
  const window = new TestWindow()
  feed.open(window.end)
  await until(() => isFresh(main.replica.sources.get('gateway')!.standing))
  const beat = () => window.mirror?.sources.get('main')?.beat
  return { main, book, window, beat, feed }
}

describe('main', () => {
  it('is a source among the others to every window', async () => {
    const { window, beat } = await opened()
    await until(() => beat()?.figures['loop.p99_us'] !== undefined)
    const { standing } = window.mirror!.sources.get('main')!
    expect(standing).toMatchObject({ name: 'main', worker: 'main', epoch: 5, line: 'following' })
    expect(beat()).toMatchObject({ pid: 77, ready: true, notes: [] })
    expect(Object.keys(beat()!.figures).toSorted()).toEqual([
      'feed.bytes_per_second',
      'feed.frames_per_second',
      'loop.p50_us',
      'loop.p99_us',
      'process.cpu_percent',
      'process.heap_bytes',
      'process.rss_bytes',
      'replica.rows',
      'restarts.gateway',
      'windows',
    ])
    expect(beat()!.figures['windows']).toBe(1)
    expect(Object.values(beat()!.figures).every(Number.isFinite)).toBe(true)
  })

  it('hands on what its windows told it, until they are gone', async () => {
    const { book, beat } = await opened()
    const entry = book.open()
    entry.tell('desk', { 'paint.p95_us': 8_000 })
    await until(() => beat()?.figures['window.1.paint.p95_us'] === 8_000)
    expect(noted(beat())).toBe('windows: the desk (number 1)')
    entry.close()
    await until(() => noted(beat()) === '')
    expect(beat()?.figures).not.toHaveProperty('window.1.paint.p95_us')
  })

  it('is not among the processes of the terminal', async () => {
    const { main } = await opened()
    const view = viewOf(main.replica, {
      mode: 'simulated',
      profile: 'test',
      speed: 1,
      ticksPerSecond: 0,
      counts: { ticks: 0, orders: 0, fills: 0 },
      workers: [],
      own: [],
      now: 0 as never,
    })
    expect(view.processes.map(({ name }) => name)).toEqual(SOURCES.map(({ name }) => name))
    expect(view.trouble).not.toContain('main')
  })
})
