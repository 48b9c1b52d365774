import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import * as zeromq from 'zeromq'
import { createZeromqBus } from '../../../src/adapters/bus/index.ts'
import type { BusLimits } from '../../../src/adapters/bus/index.ts'
import type { Bus, Endpoint } from '../../../src/core/ports/index.ts'
import { frame, textOf } from '../../contract/bus/frames.ts'
import { opened } from '../../contract/bus/role.ts'
import { until } from '../../until.ts'

function newPlace(): Endpoint {
  const folder = mkdtempSync(join(tmpdir(), 'bus-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return { address: `ipc://${join(folder, 'a')}` }
}

function newBus(limits?: Partial<BusLimits>): Bus {
  const bus = createZeromqBus(limits)
  onTestFinished(() => bus.close())
  return bus
}

/** A socket of somebody who keeps none of our rules. */
function stranger<Strange extends zeromq.Socket>(socket: Strange): Strange {
  onTestFinished(() => socket.close())
  return socket
}

describe('a bus among strangers', () => {
  it('hangs up on who sends too long a frame, and on nobody else', async () => {
    const endpoint = newPlace()
    const heard: string[] = []
    const collector = opened(await newBus({ frame: 1_000 }).collect(endpoint))
    collector.onFrame((bytes) => heard.push(textOf(bytes)))
    const friend = opened(newBus().push(endpoint))
    const rude = stranger(new zeromq.Push({ linger: 0, immediate: true }))
    let breaks = 0
    rude.events.on('disconnect', () => breaks++)
    rude.connect(endpoint.address)
    await until(() => friend.connected)
    await rude.send(Buffer.alloc(2_000))
    await until(() => breaks === 1)
    await friend.send(frame('still here'))
    await until(() => heard.length === 1)
    expect([heard, friend.connected]).toEqual([['still here'], true])
  })

  it('finds back to a publisher that sent too long a frame', async () => {
    const endpoint = newPlace()
    const rude = stranger(new zeromq.Publisher({ linger: 0 }))
    await rude.bind(endpoint.address)
    const heard: string[] = []
    const turns: boolean[] = []
    opened(
      newBus({ frame: 1_000 }).subscribe(endpoint, {
        topics: [],
        onFrame: (bytes) => heard.push(textOf(bytes)),
        onConnected: (connected) => turns.push(connected),
      }),
    )
    const hears = (text: string) =>
      until(async () => {
        await rude.send(text)
        return heard.includes(text)
      })
    await hears('before')
    await rude.send(Buffer.alloc(2_000))
    await until(() => turns.length === 2)
    await hears('after')
    expect([turns, new Set(heard)]).toEqual([[true, false, true], new Set(['before', 'after'])])
  })

  it('finds who it looks for where another kind of socket listened before', async () => {
    const endpoint = newPlace()
    const wrong = stranger(new zeromq.Publisher({ linger: 0 }))
    await wrong.bind(endpoint.address)
    const pusher = opened(newBus().push(endpoint))
    await until(() => !pusher.connected)
    wrong.close()
    const heard: string[] = []
    opened(await newBus().collect(endpoint)).onFrame((bytes) => heard.push(textOf(bytes)))
    await until(() => pusher.send(frame('found')))
    await until(() => heard.length === 1)
    expect(heard).toEqual(['found'])
  })

  it('passes over what comes in several parts', async () => {
    const [commands, questions] = [newPlace(), newPlace()]
    const bus = newBus()
    const heard: string[] = []
    const hear = (bytes: Uint8Array): void => void heard.push(textOf(bytes))
    opened(await bus.collect(commands)).onFrame(hear)
    opened(await bus.answer(questions)).onQuestion(hear)
    const push = stranger(new zeromq.Push({ linger: 0 }))
    const dealer = stranger(new zeromq.Dealer({ linger: 0 }))
    push.connect(commands.address)
    dealer.connect(questions.address)
    await push.send(['two', 'parts'])
    await dealer.send(['', 'two parts'])
    await push.send('command')
    await dealer.send('question')
    await until(() => heard.length === 2)
    expect(heard.toSorted()).toEqual(['command', 'question'])
  })
})

const PROGRAM = `
  import { createZeromqBus } from './src/adapters/bus/index.ts'
  const [facts, commands, questions] = process.argv.slice(1).map((address) => ({ address }))
  const bus = createZeromqBus()
  const publisher = await bus.publish(facts)
  const collector = await bus.collect(commands)
  collector.value.onFrame(() => console.log('heard'))
  await bus.answer(questions)
  bus.subscribe(facts, { topics: [], onFrame: () => undefined })
  const pusher = bus.push(commands).value
  bus.ask(questions)
  while (!(await pusher.send(Buffer.from('a')))) await new Promise((resolve) => setTimeout(resolve, 5))
  if (END === 'close') await bus.close()
  if (END === 'exit') process.exit(3)
  if (END === 'throw') throw new Error('on purpose')
`

describe('a process with a bus', () => {
  it.each([
    ['by itself once the bus is closed', 'close', 0],
    ['when it is told to, with the bus open', 'exit', 3],
    ['of an error, with the bus open', 'throw', 1],
  ])('ends %s', (_how, end, status) => {
    const places = [newPlace(), newPlace(), newPlace()].map(({ address }) => address)
    const program = PROGRAM.replaceAll('END', `'${end}'`)
    const { status: ended, stderr } = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '--eval', program, ...places],
      { timeout: 30_000, encoding: 'utf8' },
    )
    expect([ended, stderr.includes('Error') && !stderr.includes('on purpose')]).toEqual([
      status,
      false,
    ])
  })
})
