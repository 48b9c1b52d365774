import { describe, expect, it } from 'vitest'
import type { Mode } from '../../../../src/core/contracts/index.ts'
import type { Rig } from '../fixture/rig.ts'
import { tradingRig } from '../fixture/rig.ts'

function watch(rig: Rig): void {
  rig.run(rig.gateway.process({ kind: 'watch' }, rig.now))
}

function stands({ gateway }: Rig): string {
  const { state, cause } = gateway.state.trading
  return `${state} (${cause})`
}

/** A gateway whose watcher falls silent: how it stands after each stretch, and once heard again. */
function silenced(mode: Mode): string[] {
  const rig = tradingRig({ mode })
  if (mode === 'live') rig.command('Arm')
  watch(rig)
  const seen: string[] = []
  for (const milliseconds of [900, 200, 8_800, 200]) {
    rig.pass(milliseconds)
    seen.push(stands(rig))
  }
  watch(rig)
  return [...seen, stands(rig)]
}

describe('silence of the watching process', () => {
  it('reduces after a second, halts after ten, and is lifted by the next beat', () => {
    expect(silenced('simulated')).toEqual([
      'active (reconciled)',
      'reducing (silence)',
      'reducing (silence)',
      'halted (silence)',
      'active (silence)',
    ])
  })

  it('leaves a live account halted until a person arms it', () => {
    expect(silenced('live').slice(-2)).toEqual(['halted (silence)', 'halted (silence)'])
  })

  it('cancels everything when it halts, and keeps what owners want', () => {
    const rig = tradingRig()
    watch(rig)
    rig.target(3, { style: 'join' })
    rig.accept(1)
    rig.take()
    rig.pass(10_100)
    expect(rig.take()).toEqual([
      'state reducing (silence)',
      'state halted (silence)',
      'order o1 working 0/3 cancelling',
      'cancel o1',
    ])
    expect(rig.gateway.state.targets[0]).toMatchObject([{ target: 3 }])
  })

  it('is lifted once: the beats that follow are no news', () => {
    const rig = tradingRig()
    watch(rig)
    rig.pass(1_500)
    rig.take()
    watch(rig)
    expect(rig.take()).toEqual(['state active (silence)'])
    watch(rig)
    watch(rig)
    expect(rig.take()).toEqual([])
  })

  it('does not lift what a person halted, and counts from the first beat only', () => {
    const rig = tradingRig()
    rig.pass(20_000)
    const unwatched = stands(rig)
    watch(rig)
    rig.command('Halt')
    rig.pass(11_000)
    watch(rig)
    expect([unwatched, stands(rig)]).toEqual(['active (reconciled)', 'halted (person)'])
  })
})
