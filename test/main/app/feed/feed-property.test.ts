import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { InstrumentId } from '../../../../src/core/domain/index.ts'
import { openingOf, takeSnapshot } from '../../../../src/core/replica/index.ts'
import type { OpenWindow } from '../../../../src/main/app/feed/index.ts'
import { AccountStory, deed } from '../../../core/replica/account-story.ts'
import { shownOf } from '../../../core/replica/replica-fixture.ts'
import { FeedRig, TestWindow } from './feed-fixture.ts'

const act = fc.oneof(
  { weight: 12, arbitrary: deed },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ...(['flush', 'flush', 'stops reading', 'reads', 'breaks', 'comes back'] as const),
      ...(['wants one', 'wants all', 'gateway anew'] as const),
      ...(['is hidden', 'is seen', 'a while passes'] as const),
    ),
  },
)

describe('a window', () => {
  it('shows what main knows, however slowly it reads and whenever its line breaks', () => {
    fc.assert(
      fc.property(
        fc.array(act, { maxLength: 120, size: 'max' }),
        fc.constantFrom(2, 10, 10_000),
        (acts, factsKept) => {
          const story = new AccountStory()
          const rig = new FeedRig(factsKept)
          rig.tell(...story.begins())
          const window = new TestWindow()
          let line: OpenWindow | undefined
          let wanted: readonly InstrumentId[] = []
          const comeBack = (): void => {
            if (line !== undefined) return
            window.broken()
            line = rig.feed.open(window.end, window.since)
            line.watch(wanted)
          }
          comeBack()
          for (const each of acts) {
            if (typeof each !== 'string') rig.tell(...story.does(each))
            else if (each === 'flush') rig.feed.flush()
            else if (each === 'stops reading') window.writable = false
            else if (each === 'reads') window.writable = true
            else if (each === 'is hidden') line?.see(false)
            else if (each === 'is seen') line?.see(true)
            else if (each === 'a while passes') rig.pass(400_000)
            else if (each === 'comes back') comeBack()
            else if (each === 'breaks') {
              line?.close()
              line = undefined
            } else if (each === 'gateway anew') {
              const { facts, quotes } = openingOf(rig.replica, () => true)
              const told = [...facts.map(({ fact }) => fact), ...quotes]
              takeSnapshot(rig.replica, 'gateway', { facts: told, seqs: {} }, 0 as never)
              rig.feed.anew()
            } else {
              wanted = each === 'wants all' ? [] : [1 as InstrumentId]
              line?.watch(wanted)
            }
          }
          comeBack()
          window.writable = true
          line?.see(true)
          rig.feed.flush()
          const [main, page] = [shownOf(rig.replica), shownOf(window.mirror!)]
          const first = wanted.length === 0 ? 0 : 1
          expect(page.quotes.slice(first)).toEqual(main.quotes.slice(first))
          expect({ ...page, quotes: [] }).toEqual({ ...main, quotes: [] })
        },
      ),
      { numRuns: 300 },
    )
  })
})
