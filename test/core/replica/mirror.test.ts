import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { OpeningFrame, ToldFact } from '../../../src/core/contracts/window-frame.ts'
import type { Epoch, Micros, Quote } from '../../../src/core/domain/index.ts'
import type { Replica } from '../../../src/core/replica/index.ts'
import { mirrorOf, openingOf, takeChanges, takeSnapshot } from '../../../src/core/replica/index.ts'
import type { Deed } from './account-story.ts'
import { AccountStory, deed } from './account-story.ts'
import { hear, replicaFixture, shownOf } from './replica-fixture.ts'
import { seenBeside } from './vital-fact.ts'

const ORIGIN = { source: 'main', mode: 'simulated', profile: 'test', epoch: 7 as Epoch } as const
const ABOUT = {
  version: '1',
  host: 'browser',
  node: '20',
  electron: '',
  platform: 'linux x64',
  user: 'tester',
} as const
const HEAD = { number: 1, position: 0, at: 0 as Micros }

/** An opening as a window reads it. */
function overTheWire(replica: Replica): OpeningFrame {
  const news = openingOf(replica, () => true)
  const origin = ORIGIN
  const opening = { kind: 'opening', ...HEAD, origin, runId: '', about: ABOUT, ...news } as const
  const decoded = createCodec([]).decode(createCodec([]).encodeWindow(opening, 7))
  if (!decoded.ok || decoded.value.kind !== 'window') throw new Error('no frame')
  expect(decoded.value.frame).toEqual(opening)
  return decoded.value.frame as OpeningFrame
}

const stories = fc.tuple(
  fc.array(deed, { maxLength: 80, size: 'max' }),
  fc.array(deed, { maxLength: 40, size: 'max' }),
)

describe('the replica of a replica', () => {
  it('is what an opening tells, and stays so with every change', () => {
    fc.assert(
      fc.property(stories, ([before, after]) => {
        const story = new AccountStory()
        const replica = replicaFixture()
        for (const said of story.begins()) hear(replica, said)
        const does = (each: Deed) => [...story.does(each), seenBeside(each)]
        for (const each of before) for (const said of does(each)) hear(replica, said)
        const mirror = mirrorOf(overTheWire(replica))
        expect(shownOf(mirror)).toEqual(shownOf(replica))
        for (const each of after) {
          const said = does(each)
          for (const one of said) hear(replica, one)
          const quotes = said.flatMap(({ fact }) => (fact.kind === 'quote' ? [fact] : []))
          const facts = said.filter(({ fact }) => fact.kind !== 'quote' && fact.kind !== 'beat')
          const latest = said.filter(({ fact }) => fact.kind === 'beat')
          const rest = { facts, latest, quotes } as {
            facts: { source: string; fact: ToldFact }[]
            latest: { source: string; fact: ToldFact }[]
            quotes: Quote[]
          }
          takeChanges(mirror, { kind: 'changes', ...HEAD, sources: [], ...rest })
        }
        expect(shownOf(mirror)).toEqual(shownOf(replica))
      }),
      { numRuns: 200 },
    )
  })

  it('knows from a snapshot of the gateway what another one knows from every fact', () => {
    fc.assert(
      fc.property(stories, ([before]) => {
        const story = new AccountStory()
        const [followed, joined] = [replicaFixture(), replicaFixture()]
        for (const said of story.begins()) hear(followed, said)
        for (const each of before) for (const said of story.does(each)) hear(followed, said)
        const { facts, quotes } = openingOf(followed, () => true)
        const said = facts.map(({ fact }) => fact).toReversed()
        takeSnapshot(joined, 'gateway', { facts: [...said, ...quotes], seqs: {} }, 0 as Micros)
        const { account, positions, held, margin } = shownOf(joined)
        const of = shownOf(followed)
        expect({ account, positions, held, margin }).toEqual({
          account: of.account,
          positions: of.positions,
          held: of.held,
          margin: of.margin,
        })
      }),
      { numRuns: 100 },
    )
  })
})
