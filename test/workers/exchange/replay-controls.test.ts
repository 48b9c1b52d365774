import { describe, expect, it } from 'vitest'
import type { ReplayAction } from '../../../src/core/contracts/index.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import type { ReplayCommand } from '../../../workers/exchange/feed.ts'
import { ReplayControls } from '../../../workers/exchange/replay-controls.ts'

const at = (seconds: number): Micros => (seconds * 1_000_000) as Micros

/** Controls with a wall that stands until it is moved, in milliseconds. */
function controlled(speed: number) {
  const wall = { now: 0 }
  const controls = new ReplayControls(speed, () => wall.now)
  const tell = (action: ReplayAction, value = 0, now = at(0)): void =>
    controls.command({ kind: 'Replay', action, value } as ReplayCommand, now)
  return { wall, controls, tell }
}

describe('the controls of a replay', () => {
  it('count milliseconds at the speed that was told, from where they began', () => {
    const { wall, controls } = controlled(10)
    const first = controls.left(at(5), at(0))
    wall.now = 200
    expect([first, controls.left(at(5), at(0)), controls.left(at(1), at(0))]).toEqual([
      500, 300, -100,
    ])
  })

  it('forget how late they were when the speed changes', () => {
    const { wall, controls, tell } = controlled(1000)
    controls.left(at(1), at(0))
    wall.now = 60_000
    tell('speed', 1)
    expect(controls.left(at(101), at(100))).toBe(1000)
  })

  it('cut a break between two sessions to a second, its beats to nothing', () => {
    const { wall, controls, tell } = controlled(1)
    controls.left(at(0), at(0))
    controls.stretch(at(0), at(7200))
    const lefts = [controls.left(at(1), at(0)), controls.left(at(7200), at(60))]
    wall.now = 400
    tell('pause')
    tell('play')
    expect([...lefts, controls.left(at(7200), at(60))]).toEqual([0, 1000, 1000])
  })

  it('pause after the quotes that were to be played, which come at once', () => {
    const { controls, tell } = controlled(1)
    tell('step', 2)
    const phases = [controls.left(at(50), at(0)), controls.phase]
    controls.played()
    phases.push(controls.phase)
    controls.played()
    expect([...phases, controls.phase, controls.left(at(50), at(0))]).toEqual([
      0,
      'playing',
      'playing',
      'paused',
      Infinity,
    ])
  })

  it.each([
    ['playing', undefined, 'playing'],
    ['paused', 'pause', 'paused'],
    ['stepping', 'step', 'paused'],
  ] as const)('go ahead from %s (told to %s), and are %s afterwards', (_, first, after) => {
    const { controls, tell } = controlled(1)
    if (first !== undefined) tell(first, 5)
    tell('seek', at(30))
    const before = [controls.left(at(29), at(0)), controls.phase]
    const left = controls.left(at(30), at(29))
    expect([...before, controls.phase, left]).toEqual([
      0,
      'seeking',
      after,
      after === 'paused' ? Infinity : 1000,
    ])
  })

  it('stop going ahead when they are told anything else', () => {
    const { controls, tell } = controlled(1)
    tell('seek', at(30))
    tell('pause')
    expect([controls.phase, controls.left(at(10), at(0))]).toEqual(['paused', Infinity])
  })
})
