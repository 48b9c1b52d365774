import { describe, expect, it } from 'vitest'
import type { AckFact, Mode } from '../../../../src/core/contracts/index.ts'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { openRouter } from '../../../../src/main/app/router/index.ts'
import { START } from '../../../core/engine/fixture/market.ts'
import { AccountStory, SOURCES } from '../../../core/replica/account-story.ts'
import { until } from '../../../until.ts'
import { InstanceFixture } from '../replica/instance-fixture.ts'

/** A router for the user ann, and a gateway that accepts everything. */
async function instance(mode: Mode) {
  const fixture = new InstanceFixture(mode)
  const gateway = await fixture.worker('gateway')
  const station = fixture.main()
  const opened = openReplica(station, SOURCES)
  const router = openRouter(station, opened, 'ann')
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
  await until(() => isFresh(opened.replica.sources.get('gateway')!.standing))
  await until(() => station.push('gateway').connected)
  return { gateway, router }
}

describe('taking the venue’s books', () => {
  it.each([
    ['simulated', ['accepted', ''], ['ann', 'Bo Li (ann)']],
    ['live', ['refused', 'command.state'], ['Bo Li (ann)']],
  ] as const)('in %s without a typed name is %j', async (mode, answer, signed) => {
    const { gateway, router } = await instance(mode)
    const { outcome, code } = await router.route('account.accept', { person: ' \t' })
    await router.send('account.accept', { person: 'Bo Li' })
    const people = gateway.commands.map((command) => 'person' in command && command.person)
    expect([[outcome, code], people]).toEqual([answer, signed])
  })
})
