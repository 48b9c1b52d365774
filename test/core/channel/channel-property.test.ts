import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Micros, SenderId } from '../../../src/core/domain/index.ts'
import { MICROS_PER_MILLISECOND } from '../../../src/core/domain/index.ts'
import { Follower, Source } from './channel-fixture.ts'
import { framesOf } from './frames-of.ts'

/** One thing that happens to source, line or follower. */
type Deed =
  | { readonly kind: 'quotes'; readonly count: number }
  | { readonly kind: 'say' | 'gather'; readonly what: 'health' | 'time' | 'decision' }
  | { readonly kind: 'flush' | 'beat' | 'restart' | 'snapshot for another' }
  | { readonly kind: 'deliver' | 'drop'; readonly count: number }
  | { readonly kind: 'deliver again'; readonly back: number }
  | { readonly kind: 'cut earlier'; readonly by: number }
  | { readonly kind: 'answer' | 'lose the question' }
  | { readonly kind: 'wait'; readonly milliseconds: number }

const some = (max: number) => fc.integer({ min: 1, max })
const is = (...kinds: readonly Deed['kind'][]) =>
  fc.constantFrom(...kinds).map((kind) => ({ kind }) as Deed)

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 4, arbitrary: some(150).map((count): Deed => ({ kind: 'quotes', count })) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('health' as const, 'time' as const, 'decision' as const)
      .map((what): Deed => ({ kind: 'say', what })),
  },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('health' as const, 'time' as const, 'decision' as const)
      .map((what): Deed => ({ kind: 'gather', what })),
  },
  { weight: 5, arbitrary: is('flush', 'beat', 'answer') },
  { weight: 1, arbitrary: is('restart', 'snapshot for another', 'lose the question') },
  { weight: 6, arbitrary: some(12).map((count): Deed => ({ kind: 'deliver', count })) },
  { weight: 1, arbitrary: some(3).map((count): Deed => ({ kind: 'drop', count })) },
  { weight: 1, arbitrary: some(9).map((back): Deed => ({ kind: 'deliver again', back })) },
  { weight: 1, arbitrary: some(70).map((by): Deed => ({ kind: 'cut earlier', by })) },
  {
    weight: 3,
    arbitrary: some(300).map((milliseconds) => ({ kind: 'wait', milliseconds }) as const),
  },
)

/** A source, a line that fails in every way, and a follower, under a clock of their own. */
class World {
  readonly line: Uint8Array[] = []
  /** What arrived already, newest last. A line never doubles what an earlier life said. */
  readonly arrived: Uint8Array[] = []
  questions = 0
  #now = 0
  readonly source = new Source((frame) => this.line.push(frame))
  readonly follower = new Follower(this.source, () => this.questions++)

  does(what: Deed): void {
    const { source, line } = this
    switch (what.kind) {
      case 'quotes':
        return source.quotes(what.count)
      case 'say':
        return source.say(what.what)
      case 'gather':
        return source.gather(what.what)
      case 'flush':
        return source.flush()
      case 'beat':
        return source.beat()
      case 'restart':
        return source.restart()
      case 'snapshot for another':
        return source.answer('history' as SenderId)
      case 'deliver':
        for (const frame of line.splice(0, what.count)) this.#arrives(frame)
        return
      case 'drop':
        return void line.splice(0, what.count)
      case 'deliver again': {
        const frame = this.arrived.at(-what.back)
        if (frame !== undefined && frame[3] === source.epoch) this.#arrives(frame)
        return
      }
      case 'cut earlier': {
        const next = line.shift()
        const known = this.follower.lastOf('quote')
        if (next !== undefined) this.#arrives(source.cutEarlier(next, what.by, known))
        return
      }
      case 'answer':
        for (; this.questions > 0; this.questions--) source.answer()
        return
      case 'lose the question':
        this.questions = 0
        return
      case 'wait':
        this.#now += what.milliseconds * MICROS_PER_MILLISECOND
        return this.follower.reader.look(this.#now as Micros)
      default:
    }
  }

  /** Nothing is lost any more, and time passes. */
  calmsDown(): void {
    for (let round = 0; round < 6; round++) {
      for (const kind of ['flush', 'beat'] as const) this.does({ kind })
      this.does({ kind: 'deliver', count: Infinity })
      this.does({ kind: 'wait', milliseconds: 300 })
      this.does({ kind: 'answer' })
    }
    this.does({ kind: 'deliver', count: Infinity })
  }

  #arrives(frame: Uint8Array): void {
    this.arrived.push(frame)
    this.follower.reader.frame(frame, this.#now as Micros)
  }
}

describe('facts over a line that drops, doubles and cuts', () => {
  it('are handed over as they were told, or the loss is noticed; and after quiet all are known', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 120, size: 'max' }), (deeds) => {
        const world = new World()
        for (const each of deeds) world.does(each)
        world.calmsDown()
        expect(world.follower.unreadable).toEqual([])
        expect(world.follower.upToDate).toBe(true)
      }),
      { numRuns: 800 },
    )
  })

  it('travel in order over all kinds, numbered without a hole, in frames of at most 64', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 60, size: 'max' }), (deeds) => {
        const frames: Uint8Array[] = []
        const source = new Source((frame) => frames.push(frame))
        for (const each of deeds) {
          if (each.kind === 'quotes') source.quotes(each.count)
          else if (each.kind === 'say') source.say(each.what)
          else if (each.kind === 'flush') source.flush()
        }
        source.flush()
        const sent = framesOf(frames)
        const facts = sent.flatMap(({ facts, seq }) =>
          facts.map((fact, index) => ({ epoch: 1, seq: seq + index, fact })),
        )
        expect(facts).toEqual(source.told)
        expect(Math.max(0, ...sent.map(({ facts }) => facts.length))).toBeLessThanOrEqual(64)
      }),
      { numRuns: 200 },
    )
  })
})
