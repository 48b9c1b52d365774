import { describe, expect, it } from 'vitest'
import type { Command, Fact, VenueRequest } from '../../../../src/core/contracts/index.ts'
import type { GatewayRunnerParts } from '../../../../src/core/engine/driver/index.ts'
import { GatewayRunner } from '../../../../src/core/engine/driver/index.ts'
import type { GatewayEffect } from '../../../../src/core/engine/gateway/index.ts'
import type { GatewayRecord } from '../../../../src/core/journal/index.ts'
import { askLine, factLine, sendLine } from '../fixture/log.ts'
import { RecordingJournal } from '../fixture/recording-journal.ts'
import type { Rig } from '../fixture/rig.ts'
import { tradingRig } from '../fixture/rig.ts'

/** A runner whose journal, venue and voice write into one log. */
function loggedRunner(parts: Partial<GatewayRunnerParts> = {}) {
  const rig = tradingRig()
  const log: string[] = []
  const journal = new RecordingJournal<GatewayRecord>()
  const ask = (request: VenueRequest): void => {
    log.push(request.kind === 'submit' ? sendLine(request.order) : askLine(request))
  }
  const publish = (fact: Fact): void => {
    const line = factLine(fact)
    if (line !== undefined) log.push(line)
  }
  const told = {
    append: (records: readonly GatewayRecord[]) => {
      const kept = journal.append(records)
      log.push(`${kept.ok ? 'keeps' : 'cannot keep'} ${records.map(({ kind }) => kind).join(' ')}`)
      return kept
    },
    close: () => journal.close(),
  }
  const runner = new GatewayRunner({
    gateway: rig.gateway,
    journal: told,
    ask,
    publish,
    ...parts,
  })
  return { rig, runner, journal, log, take: () => log.splice(0) }
}

function intent(rig: Rig, id: string, limit: number): readonly GatewayEffect[] {
  const head = { id, sender: 'hand', epoch: rig.epoch, validUntil: rig.now + 1_000_000 }
  const terms = { owner: 0, instrument: 0, side: 'buy', offset: 'open', orderKind: 'limit' }
  const command = { kind: 'OrderIntent', ...head, ...terms, limit, volume: 1 }
  return rig.gateway.process(command as unknown as Command, rig.now)
}

describe('the runner of a gateway', () => {
  it('keeps the records of a step in one write before anything of it leaves', () => {
    const { rig, runner, take } = loggedRunner()
    runner.run(intent(rig, 'i1', 4_990), rig.now)
    expect(take()).toEqual([
      'keeps order',
      'order o1 pending 0/1',
      'send o1 buy open 1 at 4990 limit',
      'ack i1 accepted',
    ])
  })

  it('keeps gathered steps in one write, sends what is for the venue, and then tells, each in order', () => {
    const { rig, runner, take } = loggedRunner()
    runner.gather(intent(rig, 'i1', 4_990))
    runner.gather(intent(rig, 'i2', 4_991))
    expect([runner.waiting, runner.urgent, take()]).toEqual([true, true, []])
    runner.flush(rig.now)
    expect([runner.waiting, runner.urgent, take()]).toEqual([
      false,
      false,
      [
        'keeps order order',
        'send o1 buy open 1 at 4990 limit',
        'send o2 buy open 1 at 4991 limit',
        'order o1 pending 0/1',
        'ack i1 accepted',
        'order o2 pending 0/1',
        'ack i2 accepted',
      ],
    ])
    runner.flush(rig.now)
    expect(take()).toEqual([])
  })

  it('sends nothing of a group that could not be kept, and says so of every command in it', () => {
    const { rig, runner, journal, take } = loggedRunner()
    runner.gather(intent(rig, 'i1', 4_990))
    runner.gather(intent(rig, 'i2', 4_991))
    journal.full = true
    runner.flush(rig.now)
    expect(take()).toEqual([
      'cannot keep order order',
      'order o1 rejected 0/1',
      'ack i1 refused journal.write',
      'order o2 rejected 0/1',
      'ack i2 refused journal.write',
      'state halted (journal)',
    ])
    expect(runner.failure).toEqual({ code: 'journal.write', message: 'the disk is full' })
  })

  it('lets nothing leave once it may not, though the record was kept', () => {
    let may = true
    const { rig, runner, journal, take } = loggedRunner({ mayLeave: () => may })
    runner.gather(intent(rig, 'i1', 4_990))
    runner.gather(intent(rig, 'i2', 4_991))
    may = false
    runner.flush(rig.now)
    expect([take(), journal.records.length]).toEqual([['keeps order order'], 2])
  })

  it('spends an approval once: the same effects again are a fault of the program', () => {
    const { rig, runner } = loggedRunner()
    const effects = intent(rig, 'i1', 4_990)
    runner.run(effects, rig.now)
    expect(() => runner.run(effects, rig.now)).toThrow('was sent before')
  })
})
