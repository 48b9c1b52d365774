import { describe, expect, it } from 'vitest'
import type { AckFact } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { MICROS_PER_SECOND } from '../../../src/core/domain/index.ts'
import { RESOURCES, TODAY } from '../exchange/exchange-fixture.ts'
import { EAGER, startedStrategy, strategySpec } from '../strategy/strategy-fixture.ts'
import { turns } from './arrangement.ts'
import { Listener } from './listener.ts'
import { paperArranged } from './paper-arrangement.ts'

const HOUR = 3_600 * MICROS_PER_SECOND

/** Everything is there and trades; the feed is moved on by hand, apart from the clock. */
async function trading(wall = TODAY) {
  const all = await paperArranged(wall)
  const { hub, feed, hand, comes, openVenue, clock } = all
  await openVenue()
  await comes(() => hand.of('state').at(-1)?.state === 'active')
  await hand.snapshot()
  const alpha = new Listener(hub.bus(), 'alpha')
  await alpha.snapshot()
  /** The machine's clock goes on; the feed tells the time all along, and nothing else. */
  const quiet = async (milliseconds: number): Promise<void> => {
    for (let passed = 0; passed < milliseconds; passed += 50) {
      clock.pass(50)
      feed.now = (feed.now + 50_000) as Micros
      feed.fact({ kind: 'time', at: feed.now })
      await turns()
    }
  }
  /** The feed's stamps leap. */
  const leaps = async (by: number): Promise<void> => {
    feed.now = (feed.now + by) as Micros
    feed.quote({ ...feed.latest(0), at: feed.now, received: feed.now })
    feed.fact({ kind: 'time', at: feed.now })
    await turns()
  }
  const answer = async (id: string): Promise<AckFact> => {
    await comes(() => hand.of('ack').some(({ command }) => command === id))
    return hand.of('ack').find(({ command }) => command === id)!
  }
  /** What becomes of a target of `alpha` that is valid for so long. */
  const target = (lots: number, milliseconds: number): Promise<AckFact> => {
    const terms = { owner: 1, instrument: 0, target: lots, style: 'join', decidedOn: feed.now }
    const validUntil = (clock.monotonic() + milliseconds * 1_000) as Micros
    return answer(alpha.command({ kind: 'TargetPosition', ...terms } as never, { validUntil }))
  }
  /** What becomes of an opening order by hand, far from the market. */
  const opening = (below: number): Promise<AckFact> => {
    const limit = feed.latest(0).bidPrices[0]! - below
    const terms = { owner: 0, instrument: 0, side: 'buy', offset: 'open', orderKind: 'limit' }
    return answer(hand.command({ kind: 'OrderIntent', ...terms, limit, volume: 1 } as never))
  }
  return { ...all, quiet, leaps, target, opening }
}

const short = ({ outcome, code }: AckFact): string => `${outcome} ${code}`.trim()

describe('a paper gateway whose feed has a clock of its own', () => {
  it.each([-8, 8])(
    'trades what a rule wants, with stamps %d hours from the machine’s date',
    async (hours) => {
      const { hub, hand, feed, clock, comes } = await trading(TODAY - hours * HOUR)
      const started = await startedStrategy(
        strategySpec({
          mode: 'paper',
          resources: RESOURCES,
          setting: {
            id: 'alpha',
            kind: 'imbalance',
            instruments: ['SHFE.ag2012'],
            parameters: EAGER,
            model: undefined,
          },
        }),
        { hub, clock },
      )
      await comes(() => started.told.ready)
      await comes(() => {
        feed.pass(50)
        return hand.of('fill').some(({ fill }) => fill.owner === 1)
      })
      const answers = hand.of('ack').filter(({ sender }) => sender === 'alpha')
      expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(['accepted']))
      const stamps = started.told.of('setting').map(({ at }) => Math.abs(at - feed.now) < HOUR)
      expect(stamps).toEqual([true])
    },
  )

  it('takes targets while they are valid by the machine’s clock, however the feed leaps', async () => {
    const { target, leaps, hand } = await trading()
    const outcomes = [short(await target(1, 1_000)), short(await target(2, -1))]
    await leaps(2 * HOUR)
    outcomes.push(short(await target(2, 1_000)), short(await target(1, -1)))
    await leaps(-2 * HOUR)
    outcomes.push(short(await target(1, 1_000)), short(await target(2, -1)))
    const [valid, late] = ['accepted', 'expired command.expired']
    expect(outcomes).toEqual([valid, late, valid, late, valid, late])
    expect(hand.last('state').state).toBe('active')
  })

  it('opens in a quiet contract while its feed lives, but not on a price that is too old', async () => {
    const { quiet, leaps, opening } = await trading()
    await leaps(1)
    await quiet(1_200)
    const answers = [await opening(5)]
    // Past five of its own longest intervals so far, whatever those were.
    await quiet(30_000)
    answers.push(await opening(6))
    expect(answers.map(short)).toEqual(['accepted', 'refused risk.stale'])
    expect(answers[1]?.message).toMatch(
      /^SHFE\.ag2012: the quote is 3\d\.\d s old, more than \d+\.\d s; the feed was heard 0\.\d s ago$/,
    )
  })

  it('opens nothing once the feed is silent, though its venue beats on', async () => {
    const { clock, opening, feed } = await trading()
    feed.pass(500)
    await turns()
    for (let passed = 0; passed < 1_100; passed += 50) {
      clock.pass(50)
      await turns()
    }
    const answers = [await opening(5)]
    feed.pass(500)
    await turns()
    answers.push(await opening(6))
    expect(answers.map(short)).toEqual(['refused risk.stale', 'accepted'])
    expect(answers[0]?.message).toMatch(
      /^SHFE\.ag2012: the feed has been silent for 1\.\d s, more than 1\.0 s; the quote is 1\.\d s old$/,
    )
  })
})
