import { describe, expect, it } from 'vitest'
import type { CommandReply } from '../../../src/core/contracts/window.ts'
import type { IntentId, Result } from '../../../src/core/domain/index.ts'
import type { Failure } from '../../../src/core/contracts/index.ts'
import type { Answer, Question } from '../../../src/core/history/index.ts'
import { SessionRig } from './session-rig.ts'
import { settled } from './virtual-time.ts'

const TAPES: Question = { kind: 'tapes', from: 0, to: 1 }

async function following() {
  const rig = new SessionRig()
  await rig.follows()
  const replies: CommandReply[] = []
  const cancel = (): void => {
    void rig.session.ask('orders.cancel', {}).then((reply) => replies.push(reply))
  }
  const found: Result<Answer, Failure>[] = []
  const ask = (question = TAPES): void => {
    void rig.session.history(question).then((answer) => found.push(answer))
  }
  const asked = () => rig.line.asked.map(({ request }) => request)
  return { rig, replies, cancel, found, ask, asked }
}

/** Everything that all lines heard, but for the clock. */
function heard(rig: SessionRig): readonly string[] {
  return rig.link.lines.flatMap(({ asked }) => asked.map(({ name }) => name))
}

describe('what a person asks of main', () => {
  it('is sent once, and answered by its number', async () => {
    const { rig, replies, cancel, asked } = await following()
    cancel()
    cancel()
    const [first, second] = asked()
    const command = 'hand-1-2' as IntentId
    rig.line.reply(second!, { command })
    rig.line.reply(first!, { outcome: 'refused', code: 'risk.state', message: 'halted' })
    rig.line.reply(first!, { command })
    await settled()
    expect(replies).toEqual([
      { outcome: 'accepted', command, code: '', message: '' },
      { outcome: 'refused', command: '', code: 'risk.state', message: 'halted' },
    ])
    expect(rig.line.asked[0]).toEqual({ request: first, name: 'orders.cancel', body: {} })
  })

  it('is unknown where the line broke before the answer, and is never sent again', async () => {
    const { rig, replies, cancel } = await following()
    cancel()
    rig.breaks()
    await settled()
    expect(replies).toMatchObject([{ outcome: 'unknown', code: '' }])
    await rig.time.pass(250)
    rig.serve()
    await rig.time.pass(1_000)
    expect(heard(rig)).toEqual(['orders.cancel'])
  })

  it('is unknown where nobody says in time what became of it', async () => {
    const { rig, replies, cancel, asked } = await following()
    cancel()
    await rig.passWithMain(3_000)
    rig.line.reply(asked()[0]!)
    await settled()
    expect(replies).toMatchObject([{ outcome: 'unknown' }])
  })

  it.each([
    ['before main was there', () => Promise.resolve(new SessionRig())],
    [
      'while main is looked for',
      async () => {
        const rig = new SessionRig()
        rig.session.open()
        await settled()
        rig.line.opened()
        return rig
      },
    ],
    [
      'while the line is lost',
      async () => {
        const { rig } = await following()
        rig.breaks()
        return rig
      },
    ],
    [
      'while the line comes back and nothing was told on it',
      async () => {
        const { rig } = await following()
        rig.breaks()
        await rig.time.pass(250)
        rig.line.opened()
        return rig
      },
    ],
    [
      'once main does not want the window',
      async () => {
        const { rig } = await following()
        rig.line.ends({ why: 'refused', code: 1008 })
        return rig
      },
    ],
    [
      'once it is closed',
      async () => {
        const { rig } = await following()
        rig.session.close()
        return rig
      },
    ],
  ])('is refused at once %s, and nothing is sent', async (_, open) => {
    const rig = await open()
    const reply = await rig.session.ask('account.halt', { person: '', reason: '' })
    const found = await rig.session.history(TAPES)
    expect(reply).toMatchObject({ outcome: 'refused', code: 'worker.lost' })
    expect(found).toMatchObject({ ok: false, error: { code: 'worker.lost' } })
    await rig.time.pass(20_000)
    expect(heard(rig)).toEqual([])
  })
})

describe('what a page asks of the history', () => {
  it('is put together from the parts of its answer', async () => {
    const { rig, ask, found, asked } = await following()
    ask()
    const request = asked()[0]!
    const part = (row: number, more: boolean): void =>
      rig.line.frame({
        kind: 'answer',
        request,
        more,
        answer: { columns: ['a'], rows: [[row]], capped: true },
      })
    part(1, true)
    await settled()
    expect(found).toEqual([])
    part(2, true)
    part(3, false)
    await settled()
    expect(found).toEqual([
      { ok: true, value: { columns: ['a'], rows: [[1], [2], [3]], capped: true } },
    ])
  })

  it('fails as the history does', async () => {
    const { rig, ask, found, asked } = await following()
    ask()
    rig.line.reply(asked()[0]!, { outcome: 'refused', code: 'store.slow', message: 'too much' })
    await settled()
    expect(found).toEqual([{ ok: false, error: { code: 'store.slow', message: 'too much' } }])
  })

  it('fails where the line breaks in the middle of its answer', async () => {
    const { rig, ask, found, asked } = await following()
    ask()
    const answer = { columns: ['a'], rows: [[1]], capped: false }
    rig.line.frame({ kind: 'answer', request: asked()[0]!, more: true, answer })
    rig.breaks()
    await settled()
    expect(found).toMatchObject([{ ok: false, error: { code: 'worker.lost' } }])
  })

  it('fails where a slow main does not answer by its deadline', async () => {
    const { rig, ask, found } = await following()
    ask({ ...TAPES, deadlineMillis: 1_000 })
    await rig.passWithMain(3_000)
    expect(found).toMatchObject([{ ok: false, error: { code: 'worker.lost' } }])
  })

  it('waits for its turn, four at a time', async () => {
    const { rig, ask, found, asked } = await following()
    for (let count = 0; count < 6; count++) ask()
    expect(asked().length).toBe(4)
    rig.line.reply(asked()[0]!, { outcome: 'refused', code: 'store.query' })
    await settled()
    expect([asked().length, found.length]).toEqual([5, 1])
    rig.breaks()
    await settled()
    expect([found.length, heard(rig).length]).toEqual([6, 5])
  })

  it('is refused where far too many wait', async () => {
    const { ask, found } = await following()
    for (let count = 0; count < 4 + 256 + 1; count++) ask()
    await settled()
    expect(found).toMatchObject([{ ok: false, error: { code: 'command.state' } }])
  })
})
