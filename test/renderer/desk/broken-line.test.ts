import { expect, it } from 'vitest'
import { START, marketQuote } from '../../core/engine/fixture/market.ts'
import { DeskRig } from './desk-rig.ts'

const LOST = { line: 'lost', silent: false, staleSince: START, missed: NaN } as const

function heard() {
  const rig = new DeskRig(START)
  const said: (number | string)[] = []
  rig.desk.listen({
    onBreak: (missed) => void said.push(missed),
    onQuote: ({ at }) => void said.push(`quote ${at - START}`),
  })
  const replica = rig.opens()
  const standing = (name: string) => replica.sources.get(name)!.standing
  return { rig, said, standing }
}

it('is told with the loss of the gateway, and again with how many quotes that cost', () => {
  const { rig, said, standing } = heard()
  rig.stands({ ...standing('gateway'), ...LOST })
  rig.stands({ ...standing('gateway'), ...LOST, missed: 3 })
  rig.stands({ ...standing('gateway'), line: 'following' })
  expect(said).toEqual([NaN, 3])
})

it('is not told of another process, which tells no quotes', () => {
  const { rig, said, standing } = heard()
  rig.stands({ ...standing('exchange'), ...LOST })
  expect(said).toEqual([])
})

it('is told when the line to main breaks', () => {
  const { rig, said } = heard()
  rig.line('following')
  rig.quote(marketQuote({ at: START + 1 }))
  rig.line('lost')
  expect(said).toEqual(['quote 1', NaN])
})
