import { describe, expect, it } from 'vitest'
import { tradingRig } from '../fixture/rig.ts'

describe('a journal that cannot be written', () => {
  it('sends nothing of the step, halts, and cancels what works', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    const kept = rig.records.length
    rig.take()
    rig.diskFull = true
    rig.target(2)
    expect([rig.take(), rig.order(2).status, rig.records.length]).toEqual([
      [
        'order o2 rejected 0/2',
        'ack c2 refused journal.write',
        'state halted (journal)',
        'order o1 working 0/2 cancelling',
        'cancel o1',
      ],
      'rejected',
      kept,
    ])
  })

  it('still lets out the cancel that it was asked for', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.take()
    rig.diskFull = true
    rig.command('Cancel', { order: rig.id(1) })
    expect(rig.take()).toEqual(['cancel o1', 'ack c2 accepted', 'state halted (journal)'])
  })

  it('still lets out the cancels of a halt, each once', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.intent({ limit: 4_980 })
    rig.accept(2)
    rig.take()
    rig.diskFull = true
    rig.command('Halt')
    const lines = rig.take().filter((line) => line.startsWith('cancel'))
    expect(lines).toEqual(['cancel o1', 'cancel o2'])
  })

  it('records nothing from then on, whatever comes, and still books what the venue says', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.diskFull = true
    rig.target(2)
    rig.diskFull = false
    rig.take()
    const kept = rig.records.length
    rig.fill(1, 2, 4_990)
    rig.command('Halt')
    rig.command('Unlock')
    rig.connection(true)
    rig.loggedIn()
    rig.intent({ limit: 4_970 })
    rig.pass(1_000)
    expect(rig.records.length).toBe(kept)
    expect(rig.order(1).status).toBe('filled')
    expect(rig.take().filter((line) => /^send|active/u.test(line))).toEqual([])
  })

  it('goes on in another life from what was kept', () => {
    const rig = tradingRig()
    rig.intent()
    rig.accept(1)
    rig.diskFull = true
    rig.fill(1, 2, 4_990)
    const next = tradingRig({ epoch: 2, records: rig.records })
    expect([...next.gateway.state.orders.values()]).toMatchObject([
      { id: rig.id(1), status: 'working', filled: 0 },
    ])
    expect(next.gateway.state.venueSeq).toBe(1)
  })
})
