import { describe, expect, it } from 'vitest'
import type { SenderId } from '../../../src/core/domain/index.ts'
import { Source } from './channel-fixture.ts'
import { framesOf } from './frames-of.ts'

function sourceAndFrames() {
  const frames: Uint8Array[] = []
  const source = new Source((frame) => frames.push(frame))
  /** Kind, first number and length of every frame so far. */
  const told = () =>
    framesOf(frames).map(({ facts, seq }) => `${facts[0]?.kind} ${seq}+${facts.length}`)
  return { source, frames, told }
}

describe('the writer of facts', () => {
  it('keeps a lone quote until the turn ends, and lets it go then', () => {
    const { source, told } = sourceAndFrames()
    source.quotes(1)
    const before = told()
    source.flush()
    source.flush()
    expect([before, told()]).toEqual([[], ['quote 1+1']])
  })

  it('lets quotes go by themselves as soon as there are 64', () => {
    const { source, told } = sourceAndFrames()
    source.quotes(130)
    const before = told()
    source.flush()
    expect([before, told()]).toEqual([
      ['quote 1+64', 'quote 65+64'],
      ['quote 1+64', 'quote 65+64', 'quote 129+2'],
    ])
  })

  it('says quotes first that came before another fact', () => {
    const { source, told } = sourceAndFrames()
    source.say('health')
    source.quotes(2)
    source.say('health')
    source.say('time')
    expect(told()).toEqual(['health 1+1', 'quote 1+2', 'health 2+1', 'time 1+1'])
  })

  it('has facts of one turn travel in one frame, in order, with what else was told before and after', () => {
    const { source, frames, told } = sourceAndFrames()
    source.quotes(1)
    source.gather('health')
    source.gather('time')
    source.gather('health')
    source.quotes(1)
    source.gather('time')
    source.say('health')
    source.gather('time')
    source.flush()
    const [before, after] = [told().slice(0, 5), told().slice(5)]
    expect(before).toEqual(['quote 1+1', 'health 1+1', 'time 1+1', 'health 2+1', 'quote 2+1'])
    expect(after).toEqual(['time 2+1', 'health 3+1', 'time 3+1'])
    expect(frames.map(([kind]) => kind)).toEqual([3, 63, 3, 63, 14, 63])
  })

  it('lets gathered facts go by themselves as soon as there are 64', () => {
    const { source, frames } = sourceAndFrames()
    for (let count = 0; count < 65; count++) source.gather('time')
    expect([frames.length, framesOf(frames).length]).toEqual([1, 64])
  })

  it('says in a snapshot, and in a beat, the last number of each kind, waiting quotes included', () => {
    const { source, frames } = sourceAndFrames()
    source.say('health')
    source.quotes(3)
    source.answer('history' as SenderId)
    source.quotes(1)
    source.beat()
    const said = framesOf(frames).flatMap(({ facts: [fact], origin }) =>
      fact?.kind === 'snapshot' || fact?.kind === 'beat' ? [[fact.kind, fact.seqs, origin]] : [],
    )
    const origin = { source: 'gateway', mode: 'simulated', profile: 'main', epoch: 1 }
    expect(said).toEqual([
      ['snapshot', { health: 1, quote: 3 }, origin],
      ['beat', { health: 1, quote: 4, snapshot: 1 }, undefined],
    ])
  })
})
