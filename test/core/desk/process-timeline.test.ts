import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { VitalFact, VitalStep } from '../../../src/core/contracts/index.ts'
import type { How, Stretch } from '../../../src/core/desk/process-timeline.ts'
import { stretchesOf, timelineRows, totalsOf } from '../../../src/core/desk/process-timeline.ts'
import type { Micros } from '../../../src/core/domain/index.ts'
import { VITAL_STEPS } from '../../../src/core/contracts/index.ts'
import { vital } from '../../../src/core/replica/index.ts'

const WALL = 1_000_000

function fact(step: VitalStep, at: number, more: Parameters<typeof vital>[1] = {}): VitalFact {
  const stamps = { at: at as Micros, clock: (WALL + at) as Micros }
  return { kind: 'vital', ...stamps, ...vital(step, more) }
}

/** From 0 until 100, all of it heard. */
const WHOLE = { from: 0, known: 100, until: 100 }
const shown = (vitals: readonly VitalFact[], span = WHOLE): readonly string[] =>
  stretchesOf(vitals, span).map(({ from, until, how }) => `${from}-${until} ${how}`)

function howAt(stretches: readonly Stretch[], moment: number): How {
  return stretches.find(({ from, until }) => from <= moment && moment < until)?.how ?? 'unknown'
}

/** Anything in any order, by the clock. */
const anything = fc
  .array(
    fc.record({
      step: fc.constantFrom(...VITAL_STEPS),
      after: fc.nat(20),
      back: fc.nat(30),
      pid: fc.constantFrom(1, 2, 3, NaN),
    }),
    { maxLength: 30 },
  )
  .map((steps) => {
    let at = 0
    return steps.map(({ step, after, back, pid }) => {
      at += after
      const since = step === 'silent' || step === 'speaks' ? at - back : NaN
      return fact(step, at, { pid, since })
    })
  })

/** What a process can live through: it is started, heard, silent now and then, ends, is started. */
const lives = fc
  .array(fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 4 }), { minLength: 1, maxLength: 5 })
  .map((all) => {
    let at = 0
    const told: VitalFact[] = []
    const truth: { readonly at: number; readonly how: How }[] = []
    const turn = (how: How): void => void truth.push({ at, how })
    for (const [life, silences] of all.entries()) {
      const pid = 10 + life
      at += 2
      told.push(fact('started', at, { pid }))
      turn('silent')
      at += 3
      told.push(fact('heard', at, { pid }), fact('ready', at, { pid }))
      turn('up')
      for (const [before, long] of silences) {
        at += 1 + before
        const since = at
        turn('silent')
        at += 2
        told.push(fact('silent', at, { since }))
        at += long
        told.push(fact('speaks', at, { pid, since }))
        turn('up')
        at += 1
      }
      at += 4
      told.push(fact('exited', at, { pid, signal: 'SIGKILL' }))
      turn('down')
    }
    return { told, truth, until: at + 5 }
  })

describe('how a process was', () => {
  it('is told without a hole, whatever happened to it', () => {
    fc.assert(
      fc.property(
        anything,
        fc.integer({ min: -50, max: 200 }),
        fc.nat(300),
        (vitals, from, long) => {
          const until = from + long
          const stretches = stretchesOf(vitals, { from, known: until, until })
          let reached = from
          for (const { from: begin, until: end } of stretches) {
            expect(begin).toBe(reached)
            expect(end).toBeGreaterThan(begin)
            reached = end
          }
          expect(reached).toBe(until)
          const { unknown, up, silent, down } = totalsOf(stretches)
          expect(unknown + up + silent + down).toBe(long)
          for (const [place, { how }] of stretches.entries()) {
            expect(stretches[place + 1]?.how).not.toBe(how)
          }
        },
      ),
    )
  })

  it('is what it lived through', () => {
    fc.assert(
      fc.property(lives, ({ told, truth, until }) => {
        const stretches = stretchesOf(told, { from: 0, known: until, until })
        const moments = Array.from({ length: until }, (_, moment) => moment)
        expect(moments.map((moment) => howAt(stretches, moment))).toEqual(
          moments.map((moment) => truth.findLast(({ at }) => at <= moment)?.how ?? 'unknown'),
        )
      }),
    )
  })

  it('is the same for who came late, or is not known: nothing is guessed', () => {
    fc.assert(
      fc.property(lives, fc.nat(40), ({ told, until }, forgotten) => {
        const span = { from: 0, known: until, until }
        const [all, rest] = [stretchesOf(told, span), stretchesOf(told.slice(forgotten), span)]
        const moments = Array.from({ length: until }, (_, moment) => moment)
        const others = moments.filter((moment) => howAt(rest, moment) !== howAt(all, moment))
        expect(others.filter((moment) => howAt(rest, moment) !== 'unknown')).toEqual([])
      }),
    )
  })

  it('is not known after main was heard last, nor where nobody knows when that was', () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 100 }), (vitals, known) => {
        const stretches = stretchesOf(vitals, { ...WHOLE, known })
        const later = stretches.filter(({ until, how }) => until > known && how !== 'unknown')
        expect(later).toEqual([])
        expect(shown(vitals, { ...WHOLE, known: NaN })).toEqual(['0-100 unknown'])
      }),
    )
  })

  it('is down until another process is there, whatever the last words of the one that ended', () => {
    expect(
      shown([
        fact('adopted', 10, { pid: 7 }),
        fact('heard', 12, { pid: 7 }),
        fact('exited', 40, { pid: 7, signal: 'SIGKILL' }),
        fact('follows', 41, { epoch: 1 }),
        fact('ready', 42, { pid: 7 }),
        fact('silent', 43, { since: 39 }),
        fact('started', 50, { pid: 8 }),
        fact('heard', 60, { pid: 8 }),
      ]),
    ).toEqual([
      '0-10 unknown',
      '10-12 silent',
      '12-40 up',
      '40-50 down',
      '50-60 silent',
      '60-100 up',
    ])
  })

  it('goes on where another process of its name ended, that was not it', () => {
    expect(
      shown([
        fact('started', 10, { pid: 8 }),
        fact('heard', 20, { pid: 7 }),
        fact('exited', 30, { pid: 8, code: 2 }),
        fact('adopted', 31, { pid: 7 }),
      ]),
    ).toEqual(['0-10 unknown', '10-20 silent', '20-100 up'])
  })
})

describe('the rows', () => {
  it('are newest first, with their age at opening, and a silence from its last sign of life', () => {
    const told = [
      fact('heard', 10, { pid: 7 }),
      fact('silent', 40, { since: 20 }),
      fact('speaks', 55, { pid: 7, since: 20 }),
      fact('ready', 80, { pid: 7 }),
    ]
    expect(
      timelineRows(told, 60).map(({ vital: { step }, age, heardClock, took }) => [
        step,
        age,
        heardClock,
        took,
      ]),
    ).toEqual([
      ['ready', NaN, NaN, NaN],
      ['speaks', 5, WALL + 20, 35],
      ['silent', 20, WALL + 20, NaN],
      ['heard', 50, NaN, NaN],
    ])
  })
})
