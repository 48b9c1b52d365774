import { describe, expect, it } from 'vitest'
import { LINE_MESSAGE } from '../../../src/core/contracts/window-host.ts'
import type { Since } from '../../../src/core/contracts/window-frame.ts'
import { askPorts } from '../../../src/renderer/link/ask-ports.ts'
import type { PagePort } from '../../../src/renderer/link/message-port-link.ts'
import { settled } from '../session/virtual-time.ts'

interface PageMessage {
  readonly source: unknown
  readonly data: unknown
  readonly ports: readonly PagePort[]
}

/** A page to which its shell hands ports. */
function opened() {
  let hear: (message: PageMessage) => void = () => undefined
  const page = {
    addEventListener: (_: string, listener: typeof hear) => {
      hear = listener
    },
  }
  const asked: (Since | undefined)[] = []
  const bridge = {
    askLine: (since: Since | undefined) => {
      asked.push(since)
      return Promise.resolve()
    },
  }
  const ask = askPorts(page as never, bridge as never)
  const used: string[] = []
  const use = (name: string) => (port: PagePort) => void used.push(`${name} ${nameOf(port)}`)
  const hand = (port: PagePort, message: Partial<PageMessage> = {}): void =>
    hear({ source: page, data: LINE_MESSAGE, ports: [port], ...message })
  return { ask, asked, used, use, hand }
}

const names = new Map<PagePort, string>()
const closed: string[] = []

function port(name: string): PagePort {
  const made: PagePort = {
    postMessage: () => undefined,
    addEventListener: () => undefined,
    start: () => undefined,
    close: () => closed.push(name),
  }
  names.set(made, name)
  return made
}

function nameOf(made: PagePort): string {
  return names.get(made) ?? ''
}

describe('the ports that a shell hands to its page', () => {
  it.each(['before', 'after'])('come unasked at first, %s somebody waits', async (when) => {
    const { ask, asked, used, use, hand } = opened()
    if (when === 'before') hand(port('one'))
    ask(undefined, use('first'))
    if (when === 'after') hand(port('one'))
    await settled()
    expect([used, asked]).toEqual([['first one'], []])
  })

  it('are asked for after that, with the place to go on from', async () => {
    const { ask, asked, used, use, hand } = opened()
    hand(port('one'))
    ask(undefined, use('first'))
    await settled()
    const since = { life: 3, position: 9 }
    ask(since, use('second'))
    hand(port('two'))
    expect([used, asked]).toEqual([['first one', 'second two'], [since]])
  })

  it('are closed where nobody waits for them any more', async () => {
    const { ask, used, use, hand } = opened()
    ask(undefined, use('first'))
    ask(undefined, use('second'))
    hand(port('late'))
    hand(port('later'))
    await settled()
    expect([used, closed.includes('later')]).toEqual([['second late'], true])
  })

  it('come from its own window, under their own name, and from nowhere else', async () => {
    const { ask, used, use, hand } = opened()
    ask(undefined, use('first'))
    hand(port('foreign'), { source: {} })
    hand(port('other'), { data: 'hello' })
    hand(port('none'), { ports: [] })
    await settled()
    expect(used).toEqual([])
  })
})
