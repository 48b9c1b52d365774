import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { createCodec } from '../../src/core/contracts/codec.ts'
import type { WindowMessage } from '../../src/core/contracts/wire/window.ts'
import { until } from '../until.ts'
import { Home, StartedHost, project } from './started-host.ts'

/** In milliseconds. Other processes may want the machine just now. */
const PATIENT = 60_000

const LINK = /for a browser, once: (http:\S+)/

/** What a page does with a link: trades the code for the cookie. */
async function enter(link: string): Promise<{ readonly origin: string; readonly cookie: string }> {
  const answer = await fetch(link, { redirect: 'manual' })
  const cookie = answer.headers.get('set-cookie')?.split(';')[0]
  if (answer.status !== 303 || cookie === undefined) throw new Error(`refused: ${answer.status}`)
  return { origin: new URL(link).origin, cookie }
}

class Page {
  readonly frames: WindowMessage[] = []
  closed = 0
  readonly #socket: WebSocket
  readonly #codec = createCodec([])

  constructor({ origin, cookie }: { readonly origin: string; readonly cookie: string }) {
    const address = `${origin.replace('http', 'ws')}/ws/trading`
    this.#socket = new WebSocket(address, { headers: { Cookie: cookie, Origin: origin } })
    this.#socket.on('message', (data: Buffer) => {
      const read = this.#codec.decode(new Uint8Array(data))
      if (!read.ok) throw new Error(read.error.message)
      if (read.value.kind === 'window') this.frames.push(read.value.frame)
    })
    this.#socket.on('close', (code) => {
      this.closed = code
    })
    onTestFinished(() => this.#socket.terminate())
  }

  say(text: string): void {
    this.#socket.send(text)
  }

  /** Facts of a kind, in the order in which they were told. */
  told(kind: string) {
    return this.frames.flatMap((frame) =>
      frame.kind === 'changes' || frame.kind === 'opening'
        ? [...frame.facts, ...frame.latest].flatMap(({ fact }) =>
            fact.kind === kind ? [fact] : [],
          )
        : [],
    )
  }
}

async function linkOf(host: StartedHost): Promise<string> {
  await host.says(LINK)
  return LINK.exec(host.stdout)?.[1] ?? ''
}

it('lets a browser see prices move and halt the account, and cuts off what makes no sense', async () => {
  const host = new StartedHost(new Home(), [])
  const door = await enter(await linkOf(host))
  await host.says(/all processes are ready|trading begins|ready/)
  const page = new Page(door)
  await until(() => page.frames.some(({ kind }) => kind === 'opening'), PATIENT)
  await until(
    () => page.frames.filter((each) => 'quotes' in each && each.quotes.length > 0).length > 3,
    PATIENT,
  )
  page.say('{"request":1,"name":"account.halt","body":{"person":"ann","reason":"a test"}}')
  await until(() => page.frames.some(({ kind }) => kind === 'reply'), PATIENT)
  expect(page.frames.find(({ kind }) => kind === 'reply')).toMatchObject({
    request: 1,
    outcome: 'accepted',
  })
  await until(
    () => page.told('state').some((fact) => fact.kind === 'state' && fact.state === 'halted'),
    PATIENT,
  )
  page.say('{"request":"all of it"}')
  await until(() => page.closed !== 0, PATIENT)
  expect(page.closed).toBe(1007)
  const numbers = page.frames.flatMap((frame) => ('number' in frame ? [frame.number] : []))
  expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  host.kill('SIGTERM')
  expect(await host.ended).toBe(0)
})

const python = pythonWithLibraries()

it.skipIf(python === undefined)(
  `lets a program in Python follow prices and send a target, by the protocol's page alone${
    python === undefined ? ' (skipped: no python3 with pyzmq and msgpack; npm run setup)' : ''
  }`,
  async () => {
    const home = new Home()
    const guest = {
      id: 'guest',
      kind: 'imbalance',
      instruments: ['SIM.ag'],
      parameters: { enter: 1 },
    }
    const config = join(home.path, 'config.json')
    writeFileSync(config, JSON.stringify({ strategies: [guest] }))
    const host = new StartedHost(home, ['--config', config])
    await host.says(/all processes are ready|trading begins|ready/)
    const script = join(project, 'docs/examples/follow_and_trade.py')
    const args = [script, home.runtime(), 'SIM.ag', '1', '--owner', 'guest', '--ticks', '3']
    const run = spawnSync(python ?? '', args, { encoding: 'utf8', timeout: PATIENT })
    expect([run.status, run.stderr]).toEqual([0, ''])
    const lines = run.stdout.trim().split('\n')
    const price = expect.stringMatching(/^SIM\.ag \d{16} \d+(\.\d+)?$/) as string
    expect(lines.slice(0, 3)).toEqual([price, price, price])
    expect(lines.at(-1)).toBe('target accepted')
    host.kill('SIGTERM')
    expect(await host.ended).toBe(0)
  },
)

function pythonWithLibraries(): string | undefined {
  return ['/usr/bin/python3', 'python3'].find(
    (program) => spawnSync(program, ['-c', 'import zmq, msgpack']).status === 0,
  )
}
