import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TargetPosition } from '../../../src/core/contracts/index.ts'
import { UNMEASURED, asSaid } from '../../../src/core/contracts/index.ts'
import type { OwnerId } from '../../../src/core/domain/index.ts'
import type { StrategyEffect, StrategyEngine } from '../../../src/core/engine/strategy/index.ts'
import type { Course } from '../../../workers/strategy/course.ts'
import { Figures } from '../../../workers/strategy/figures.ts'
import { Outlet } from '../../../workers/strategy/outlet.ts'
import { recordedStation } from '../../adapters/station/recorded-station.ts'
import { START } from '../../core/engine/fixture/market.ts'

const COURSE: Course = { saidAt: 1_000, arrivedAt: 1_000, readyAt: 1_000, answeredAt: NaN }
const ABOUT = { at: START, owner: 1, instrument: 0 } as const
const TARGET = {
  kind: 'TargetPosition',
  id: 'alpha-1-1',
  sender: 'alpha',
  epoch: 1,
  validUntil: START,
  owner: 1,
  instrument: 0,
  target: 2,
  style: 'cross',
  decidedOn: START,
  saidAt: NaN,
  stages: UNMEASURED,
} as unknown as TargetPosition

/** What a strategy's engine makes of a quote: its thoughts first, as it comes to them. */
const EFFECTS = [
  { kind: 'publish', fact: { kind: 'signal', ...ABOUT, features: [1] } },
  { kind: 'publish', fact: { kind: 'decision', ...ABOUT, target: 2, why: asSaid('a test') } },
  { kind: 'target', command: TARGET },
] as unknown as readonly StrategyEffect[]

function opened() {
  const { station, left } = recordedStation()
  const outlet = new Outlet({
    station,
    gateway: 'gateway',
    figures: new Figures(),
    questions: undefined as never,
    now: () => START,
  })
  const engine = undefined as unknown as StrategyEngine
  return { outlet, left, carry: () => outlet.carry(engine, EFFECTS, COURSE) }
}

describe('what a strategy tells', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is its targets at once, and its thoughts two milliseconds later', () => {
    const { left, carry } = opened()
    carry()
    const atOnce = [...left]
    vi.advanceTimersByTime(2)
    expect([atOnce, left.slice(1)]).toEqual([
      ['to the gateway: TargetPosition'],
      ['signal decision'],
    ])
  })

  it('is the thoughts of several quotes in one frame, behind all their targets', () => {
    const { left, carry } = opened()
    carry()
    vi.advanceTimersByTime(1)
    carry()
    vi.advanceTimersByTime(1)
    expect(left).toEqual([
      'to the gateway: TargetPosition',
      'to the gateway: TargetPosition',
      'signal decision signal decision',
    ])
  })

  it('is known at once to those who ask how things stand', () => {
    const { outlet, carry } = opened()
    carry()
    expect(outlet.thoughts.map(({ kind }) => kind)).toEqual(['signal', 'decision'])
  })

  it('keeps no step of a replay waiting for what is only looked at', () => {
    const { outlet, left, carry } = opened()
    carry()
    void outlet.done({ kind: 'done', owner: 1 as OwnerId, seq: 1, more: false })
    expect(left).toEqual(['to the gateway: TargetPosition', 'to the gateway: done'])
  })
})
