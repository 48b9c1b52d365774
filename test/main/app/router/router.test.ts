import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AckFact, Mode } from '../../../../src/core/contracts/index.ts'
import { DEFAULT_LIMITS } from '../../../../src/core/contracts/index.ts'
import type { WorkerCommandName } from '../../../../src/core/contracts/window.ts'
import { WORKER_COMMANDS } from '../../../../src/core/contracts/window.ts'
import type {
  SenderId,
  InstrumentId,
  Lots,
  OrderId,
  OwnerId,
  Ticks,
} from '../../../../src/core/domain/index.ts'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { openRouter } from '../../../../src/main/app/router/index.ts'
import { ALPHA, START } from '../../../core/engine/fixture/market.ts'
import { AccountStory, SOURCES } from '../../../core/replica/account-story.ts'
import { until } from '../../../until.ts'
import type { WorkerFixture } from '../replica/instance-fixture.ts'
import { InstanceFixture } from '../replica/instance-fixture.ts'

const SECOND = 1_000_000
const SOMEWHAT_LATER = 5 * SECOND

/** A person is added by the router, and nothing else is asked for. */
const NEEDS_NO_MORE = new Set<WorkerCommandName>([
  'orders.cancel',
  'account.flatten',
  'account.unlock',
  'account.arm',
  'account.accept',
  'account.reset',
])

const TICKET = {
  instrument: 0 as InstrumentId,
  side: 'buy',
  offset: 'auto',
  orderKind: 'limit',
  limit: 5_000 as Ticks,
  volume: 1 as Lots,
} as const

async function instance(mode: Mode = 'simulated', names: readonly string[] = ['gateway']) {
  const fixture = new InstanceFixture(mode)
  const workers = new Map<string, WorkerFixture>()
  for (const name of names) workers.set(name, await fixture.worker(name))
  const station = fixture.main()
  const opened = openReplica(station, SOURCES)
  const router = openRouter(station, opened, 'ann')
  const gateway = workers.get('gateway')!
  gateway.tell(new AccountStory().begins())
  const fresh = (name: string) => isFresh(opened.replica.sources.get(name)!.standing)
  await until(() => names.every(fresh))
  await until(() => names.every((name) => station.push(name).connected))
  return { fixture, workers, gateway, opened, router, fresh }
}

/** Answers every command that it takes. */
function answers(gateway: WorkerFixture, answer: Partial<AckFact>): void {
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
      ...answer,
    })
}

describe('the router', () => {
  it('signs an order of a hand and answers with the gateway’s word', async () => {
    const { gateway, router } = await instance()
    answers(gateway, {})
    const claimed = {
      id: 'x',
      sender: 'alpha',
      owner: ALPHA,
      epoch: 99,
      validUntil: 0,
      kind: 'Arm',
    }
    const replies = [
      await router.send('order.submit', TICKET),
      await router.route('order.submit', { ...TICKET, ...claimed }),
    ]
    const [first, second] = gateway.commands
    expect(replies.map(({ outcome, command }) => [outcome, command])).toEqual([
      ['accepted', 'hand-5-1'],
      ['accepted', 'hand-5-2'],
    ])
    const { validUntil, ...told } = first!
    const head = { id: 'hand-5-1', sender: 'hand', epoch: 1 }
    expect(told).toEqual({ kind: 'OrderIntent', ...head, owner: 0, ...TICKET })
    expect({ ...second, validUntil }).toEqual({ ...first, id: 'hand-5-2' })
    const lives = validUntil - START
    expect([lives >= SECOND, lives < SECOND + SOMEWHAT_LATER]).toEqual([true, true])
  })

  it.each([
    [{ outcome: 'refused', code: 'risk.price', message: 'off the tick' }],
    [{ outcome: 'expired', code: 'command.expired', message: 'too late' }],
  ] as const)('tells what the gateway said: %j', async (answer) => {
    const { gateway, router } = await instance()
    answers(gateway, answer)
    expect(await router.send('order.cancel', { order: 'o-1' as OrderId })).toEqual({
      command: 'hand-5-1',
      ...answer,
    })
  })

  it('says unknown where no answer comes, and sends nothing again', async () => {
    const { gateway, router } = await instance()
    const reply = await router.send('order.submit', TICKET)
    answers(gateway, {})
    gateway.onCommand(gateway.commands[0]!)
    expect([reply.outcome, reply.command, reply.code]).toEqual(['unknown', 'hand-5-1', ''])
    expect(gateway.commands.length).toBe(1)
  })

  it('names the user of the machine with every name that is typed', async () => {
    const { gateway, router } = await instance()
    answers(gateway, {})
    for (const person of ['', 'ann', 'Bob\x1b[2J', undefined, 7]) {
      await router.route('account.halt', { person, reason: 'lunch' })
    }
    const people = gateway.commands.map((command) => 'person' in command && command.person)
    expect(people).toEqual(['ann', 'ann', 'Bob [2J (ann)', 'ann', 'ann'])
  })

  it('refuses at once what a silent gateway would get, and sends nothing', async () => {
    const { gateway, router, opened } = await instance()
    await gateway.die()
    await until(() => opened.replica.sources.get('gateway')!.standing.silent)
    const replies = [
      await router.send('order.submit', TICKET),
      await router.send('account.unlock', { person: 'ann' }),
      await router.send('account.halt', { person: 'ann', reason: 'now' }),
    ]
    expect(replies.map(({ outcome, code, command }) => [outcome, code, command])).toEqual([
      ['refused', 'worker.lost', ''],
      ['refused', 'worker.lost', ''],
      ['refused', 'worker.lost', 'hand-5-1'],
    ])
    expect(replies[0]!.message).toMatch(/^gateway is silent, for \d+\.\d s now: nothing was sent$/)
  })

  it('still brings a halt and cancels to a gateway whose facts are missing', async () => {
    const { gateway, router, opened } = await instance()
    answers(gateway, {})
    const source = opened.replica.sources.get('gateway')!
    source.standing = { ...source.standing, line: 'lost' }
    const outcomes = [
      await router.send('order.submit', TICKET),
      await router.send('account.flatten', { person: '' }),
      await router.send('account.halt', { person: '', reason: '' }),
      await router.send('order.cancel', { order: 'o-1' as OrderId }),
      await router.send('orders.cancel', {}),
    ].map(({ outcome, code }) => code || outcome)
    expect(outcomes).toEqual(['worker.lost', 'worker.lost', 'accepted', 'accepted', 'accepted'])
    expect(gateway.commands.map(({ kind }) => kind)).toEqual(['Halt', 'Cancel', 'CancelAll'])
  })

  it('brings what is for a strategy to the one that decides for the owner', async () => {
    const { router, workers } = await instance('simulated', ['gateway', 'strategy.alpha'])
    const strategy = workers.get('strategy.alpha')!
    const paused = router.send('strategy.pause', { owner: ALPHA, person: '' })
    await until(() => strategy.commands.length === 1)
    const ack: AckFact = {
      kind: 'ack',
      at: START,
      command: strategy.commands[0]!.id,
      commandKind: 'Pause',
      sender: 'hand' as SenderId,
      outcome: 'refused',
      code: 'command.epoch',
      message: 'of another life',
    }
    strategy.tell([{ source: 'strategy.alpha', fact: ack }])
    const replies = [
      await paused,
      await router.send('strategy.set', { owner: ALPHA, person: '', parameters: { lots: 2 } }),
      await router.send('strategy.resume', { owner: 0 as OwnerId, person: '' }),
      await router.route('strategy.pause', { owner: 'alpha' }),
    ].map(({ outcome, code }) => code || outcome)
    expect(replies).toEqual(['command.epoch', 'unknown', 'command.shape', 'command.shape'])
    expect(strategy.commands.map(({ kind, epoch }) => [kind, epoch])).toEqual([
      ['Pause', 1],
      ['SetParameters', 1],
    ])
  })

  it('refuses hands in a replay, and lets them play it', async () => {
    const { router, workers, gateway } = await instance('replay', ['gateway', 'exchange'])
    const hands = (Object.keys(WORKER_COMMANDS) as WorkerCommandName[]).filter(
      (name) => !name.startsWith('strategy.') && name !== 'replay.control',
    )
    const codes = []
    for (const name of hands) codes.push((await router.route(name, TICKET)).code)
    const played = await router.send('replay.control', { action: 'speed', value: Infinity })
    const exchange = workers.get('exchange')!
    await until(() => exchange.commands.length === 1)
    expect([new Set(codes), gateway.commands, played.outcome]).toEqual([
      new Set(['command.state']),
      [],
      'sent',
    ])
    expect(exchange.commands[0]).toMatchObject({ kind: 'Replay', action: 'speed', value: Infinity })
  })

  it('plays no market that is none of a recording', async () => {
    const { router } = await instance()
    const reply = await router.send('replay.control', { action: 'pause', value: 0 })
    expect(reply.code).toBe('command.state')
  })

  it('refuses whatever is misshapen in words, and lets nothing of it out', async () => {
    const { router, gateway } = await instance()
    answers(gateway, {})
    const names = Object.keys(WORKER_COMMANDS).filter((name) => name !== 'replay.control')
    const name = fc.constantFrom(...(names as WorkerCommandName[]))
    await fc.assert(
      fc.asyncProperty(name, fc.anything(), async (called, body) => {
        const { outcome, code } = await router.route(called, body)
        const allowed = NEEDS_NO_MORE.has(called) ? 'accepted' : 'refused'
        expect([outcome, code]).toEqual([allowed, allowed === 'refused' ? 'command.shape' : ''])
      }),
      { numRuns: 300 },
    )
    const wrong = { ...TICKET, limit: 5_000.5 }
    expect(await router.route('order.submit', wrong)).toEqual({
      outcome: 'refused',
      command: '',
      code: 'command.shape',
      message: 'OrderIntent: limit must be a whole number, was 5000.5',
    })
    expect(await router.route('limits.set', { limits: DEFAULT_LIMITS })).toMatchObject({
      outcome: 'accepted',
    })
  })
})
