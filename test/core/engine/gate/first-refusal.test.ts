import { expect, it } from 'vitest'
import { failure } from '../../../../src/core/contracts/index.ts'
import { firstRefusal, refusalOf } from '../../../../src/core/engine/gate/first-refusal.ts'
import type { NamedRule } from '../../../../src/core/engine/gate/first-refusal.ts'

const [REQUEST, VIEW] = [{}, {}] as Parameters<NamedRule['rule']>

const passes: NamedRule = { name: 'passes', rule: () => undefined }
const throws: NamedRule = {
  name: 'throws',
  rule: () => {
    throw new Error('no such field')
  },
}
const refuses: NamedRule = { name: 'refuses', rule: () => failure('risk.size', 'too many') }

it('is what the first rule says that has anything against an order', () => {
  expect(firstRefusal([passes, refuses, throws], REQUEST, VIEW)).toEqual(
    failure('risk.size', 'too many'),
  )
  expect(firstRefusal([passes, passes], REQUEST, VIEW)).toBeUndefined()
})

it('is a refusal where a rule throws, which names the rule: nothing passes by a fault', () => {
  const fault = failure('risk.rule-missing', 'rule throws failed: no such field')
  expect([
    refusalOf(throws, REQUEST, VIEW),
    firstRefusal([throws, refuses], REQUEST, VIEW),
  ]).toEqual([fault, fault])
})
