import { expect, it } from 'vitest'
import type { Micros } from '../../../src/core/domain/index.ts'
import { listCondition } from '../../../src/renderer/panels/listing/list-condition.ts'
import { lineCondition } from '../../../src/renderer/panels/system/line-condition.ts'
import { translator } from '../../../src/renderer/words/index.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { DeskRig } from '../desk/desk-rig.ts'

const FINE = { kind: 'fine' }

function opened() {
  const rig = new DeskRig(START)
  const { standing } = rig.opens().sources.get('gateway')!
  rig.stands({ ...standing, line: 'following', silent: false, staleSince: NaN as Micros })
  const t = translator('en')
  return { rig, shown: () => [lineCondition(rig.desk, t), listCondition(rig.desk, t)] }
}

it('is told by every panel once a line that is open has said nothing for two seconds', () => {
  const { rig, shown } = opened()
  const before = shown()
  rig.unheard(1_900)
  const short = shown()
  rig.unheard(9_300)
  const silent = { kind: 'disconnected', words: 'Nothing heard for 9.3s' }
  expect([before, short, shown()]).toEqual([
    [FINE, FINE],
    [FINE, FINE],
    [silent, silent],
  ])
})

it('counts into the age of what is shown', () => {
  const { rig } = opened()
  const heard = rig.desk.unheard()
  rig.unheard(9_300)
  expect([heard, rig.desk.unheard()]).toEqual([0, 9_300_000])
})
