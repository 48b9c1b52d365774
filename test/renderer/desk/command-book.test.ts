import { describe, expect, it } from 'vitest'
import type { CommandReply } from '../../../src/core/contracts/window.ts'
import type { AskName } from '../../../src/renderer/desk/command-book.ts'
import { CommandBook } from '../../../src/renderer/desk/command-book.ts'

const ACCEPTED: CommandReply = { outcome: 'accepted', command: '', code: '', message: '' }

/** A line that answers when it is told to. */
function opened() {
  const sent: AskName[] = []
  const waiting: ((reply: CommandReply) => void)[] = []
  const ask = (name: AskName): Promise<CommandReply> => {
    sent.push(name)
    return new Promise((resolve) => waiting.push(resolve))
  }
  const book = new CommandBook(
    { ask },
    () => undefined,
    () => 0,
  )
  const send = (name: AskName, body: object = { person: '' }): Promise<CommandReply> =>
    book.send(name, body as never)
  const answer = async (reply = ACCEPTED): Promise<void> => {
    for (const resolve of waiting.splice(0, Infinity)) resolve(reply)
    await Promise.resolve()
  }
  return { book, send, sent, answer }
}

const EVERY_BUTTON: readonly (readonly [AskName, object])[] = [
  ['account.reset', { person: '' }],
  ['account.flatten', { person: '' }],
  ['account.unlock', { person: '' }],
  ['account.accept', { person: '' }],
  ['worker.restart', { name: 'history', person: '' }],
  ['strategy.pause', { owner: 1, person: '' }],
  ['strategy.resume', { owner: 1, person: '' }],
  ['strategy.set', { owner: 1, parameters: { lots: 2 }, person: '' }],
  ['replay.control', { action: 'step', value: 1 }],
  ['replay.control', { action: 'speed', value: Infinity }],
  ['order.cancel', { order: 'o-1' }],
  ['order.amend', { order: 'o-1', limit: 5 }],
  ['orders.cancel', {}],
]

describe('what a person presses again before anything was drawn', () => {
  it.each(EVERY_BUTTON)('is not sent again while it is under way: %s %o', async (name, body) => {
    const { book, send, sent, answer } = opened()
    const replies = [send(name, body), send(name, { ...body }), send(name, body)]
    await answer()
    expect([await Promise.all(replies), sent, book.all.length]).toEqual([
      [ACCEPTED, ACCEPTED, ACCEPTED],
      [name],
      1,
    ])
  })

  it('may be sent again once its reply is there, whatever that says', async () => {
    const { send, sent, answer } = opened()
    const first = send('account.reset')
    await answer({ ...ACCEPTED, outcome: 'unknown' })
    await first
    void send('account.reset')
    expect(sent).toEqual(['account.reset', 'account.reset'])
  })

  it('is another wish where it is about something else', () => {
    const { send, sent } = opened()
    void send('strategy.pause', { owner: 1, person: '' })
    void send('strategy.pause', { owner: 2, person: '' })
    void send('worker.restart', { name: 'history', person: '' })
    void send('worker.restart', { name: 'watchdog', person: '' })
    void send('order.cancel', { order: 'o-1' })
    void send('order.cancel', { order: 'o-2' })
    expect(sent.length).toBe(6)
  })

  it('goes out again where it was overtaken by something of the same subject', () => {
    const { send, sent } = opened()
    const owner = { owner: 1, person: '' }
    void send('strategy.pause', owner)
    void send('strategy.resume', owner)
    void send('strategy.pause', owner)
    void send('order.amend', { order: 'o-1', limit: 5 })
    void send('order.amend', { order: 'o-1', limit: 6 })
    void send('order.amend', { order: 'o-1', limit: 5 })
    expect(sent.length).toBe(6)
  })

  it('cancels an order that was placed since it was last told to cancel all', () => {
    const { send, sent } = opened()
    void send('orders.cancel', {})
    void send('order.submit', { instrument: 1 })
    void send('orders.cancel', {})
    void send('orders.cancel', {})
    expect(sent).toEqual(['orders.cancel', 'order.submit', 'orders.cancel'])
  })

  it('is two orders where it is two orders: the sender of orders has a guard of its own', () => {
    const { send, sent } = opened()
    void send('order.submit', { instrument: 1 })
    void send('order.submit', { instrument: 1 })
    expect(sent.length).toBe(2)
  })
})
