import { describe, expect, it } from 'vitest'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { ToldFact } from '../../../src/core/contracts/window-frame.ts'
import { START } from '../../core/engine/fixture/market.ts'
import { SessionRig } from './session-rig.ts'

async function following(): Promise<SessionRig> {
  const rig = new SessionRig()
  await rig.follows()
  return rig
}

const NEWER = Uint8Array.of(201, 99, 0, 0, 0x90)
const NONSENSE = Uint8Array.of(201, 1, 0, 0, 0x90)

describe('a session that is sent what it should not be', () => {
  it('sees that a frame is missing, and asks for what is', async () => {
    const rig = await following()
    rig.health(1)
    const at = rig.session.opening!.at
    rig.line.frame({
      kind: 'changes',
      number: 9,
      position: 50,
      at,
      sources: [],
      facts: [],
      latest: [],
      quotes: [],
    })
    expect(rig.link.lines[0]!.closedHere).toBe(true)
    expect(rig.session.status).toMatchObject({ phase: 'lost', code: 'bus.lost' })
    await rig.time.pass(250)
    rig.serve()
    rig.health(2)
    expect([rig.told, rig.openings.length]).toEqual([[1, 2], 1])
  })

  it('says that main is newer, and does not try again by itself', async () => {
    const rig = await following()
    rig.line.bytes(NEWER)
    await rig.time.pass(60_000)
    expect(rig.session.status).toMatchObject({ phase: 'refused', code: 'codec.version', old: true })
    expect([rig.link.lines.length, rig.line.closedHere]).toEqual([1, true])
  })

  it('begins anew where it cannot read a frame, and gives up after three in a row', async () => {
    const rig = await following()
    rig.link.onLine = (line) => line.bytes(NONSENSE)
    rig.line.bytes(NONSENSE)
    expect(rig.session.status).toMatchObject({ phase: 'lost', code: 'codec.shape' })
    await rig.time.pass(60_000)
    expect(rig.link.lines.map(({ since }) => since)).toEqual([undefined, undefined, undefined])
    expect(rig.session.status).toMatchObject({
      phase: 'refused',
      code: 'codec.shape',
      nextAttemptAt: NaN,
      why: expect.stringContaining('list') as string,
    })
  })

  it.each([
    [
      'a frame for a worker',
      () =>
        createCodec([]).encodeHistory({
          kind: 'question',
          id: 1,
          question: { kind: 'tapes', from: 0, to: 1 },
        }),
    ],
    ['nothing', () => new Uint8Array(0)],
    ['another program’s bytes', () => Uint8Array.of(250, 1, 0, 0, 0x90)],
  ])('begins anew where %s came', async (_, bytes) => {
    const rig = await following()
    rig.line.bytes(bytes())
    await rig.time.pass(250)
    rig.serve()
    expect([rig.line.since, rig.openings.length]).toEqual([undefined, 2])
  })

  it('forgives a frame that it could not read, once it has followed for a while', async () => {
    const rig = await following()
    for (let times = 0; times < 4; times++) {
      rig.line.bytes(NONSENSE)
      await rig.time.pass(250)
      rig.serve()
      await rig.passWithMain(11_000)
    }
    expect(rig.session.status.phase).toBe('following')
  })

  it('begins anew where what main tells does not fit what it told', async () => {
    const rig = await following()
    const fill = {
      id: 'f-1',
      order: 'o-1',
      owner: 0,
      instrument: 77,
      side: 'buy',
      offset: 'open',
      price: 5_000,
      volume: 1,
      at: START,
    }
    const fact = { kind: 'fill', fill, fee: 3, closedToday: 0, venueSeq: 1 } as unknown as ToldFact
    rig.line.frame({
      kind: 'changes',
      number: 2,
      position: 99,
      at: rig.session.opening!.at,
      sources: [],
      facts: [{ source: 'gateway', fact }],
      latest: [],
      quotes: [],
    })
    expect(rig.session.status).toMatchObject({
      code: 'codec.shape',
      why: expect.stringContaining('does not fit together') as string,
    })
    await rig.time.pass(250)
    expect(rig.line.since).toBe(undefined)
    expect(rig.session.status.phase).toBe('lost')
  })
})
