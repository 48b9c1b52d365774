import { onTestFinished } from 'vitest'
import { follow } from '../../../src/adapters/station/follow.ts'
import type { OpenedStation } from '../../../src/adapters/station/open-station.ts'
import { openStation } from '../../../src/adapters/station/open-station.ts'
import type { Surroundings } from '../../../src/adapters/station/station.ts'
import { Station } from '../../../src/adapters/station/station.ts'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/clock.ts'
import type { Loss } from '../../../src/core/channel/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { FactKind } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { Doors, SpecHead } from '../../../src/core/contracts/worker-spec.ts'
import type { Epoch, Micros } from '../../../src/core/domain/index.ts'
import type { Bus, Endpoint, Log } from '../../../src/core/ports/index.ts'
import { headFixture } from '../../adapters/process/head-fixture.ts'
import { instrumentFixture } from '../../core/instrument-fixture.ts'
import { quoteFixture } from '../../core/quote-fixture.ts'
import { opened } from '../bus/role.ts'
import type { Place } from '../bus/networks.ts'

const SOURCE = 'gateway'

/** Where source and listener find each other. */
export interface Meeting {
  readonly publish: Place
  readonly collect: Place
}

const SILENT: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

function specOf(name: string, { publish, collect }: Meeting): SpecHead {
  const doors: Doors = { publish: publish.binder.address, collect: collect.binder.address }
  return headFixture(name, { doors, peers: { [SOURCE]: doors } })
}

function surroundingsOf(bus: Bus, { publish, collect }: Meeting): Surroundings {
  const endpoint = (spec: SpecHead, name: string, address: string): Endpoint => {
    const { binder, connector } = publish.binder.address === address ? publish : collect
    return name === spec.name ? binder : connector
  }
  return { bus, clock: SYSTEM_CLOCK, log: SILENT, pid: process.pid, endpoint }
}

/** A process that tells quotes and messages, and answers whoever asks how things stand. */
export class StorySource {
  readonly #opened: OpenedStation
  quotes = 0
  messages = 0

  static async open(bus: Bus, meeting: Meeting, epoch: number): Promise<StorySource> {
    const surroundings = surroundingsOf(bus, meeting)
    return new StorySource(
      opened(await openStation(specOf(SOURCE, meeting), epoch as Epoch, surroundings)),
    )
  }

  private constructor(opening: OpenedStation) {
    this.#opened = opening
    const { station } = opening
    opening.onMessage((message) => {
      if (message.kind !== 'command' || message.command.kind !== 'SnapshotRequest') return
      station.writer.snapshot(message.command.sender, [
        { kind: 'directory', instruments: [instrumentFixture()], owners: [] },
        ...(this.messages > 0 ? [messageFact(this.messages)] : []),
        ...(this.quotes > 0 ? [quoteFact(this.quotes)] : []),
      ])
    })
  }

  quote(count = 1): void {
    for (let each = 0; each < count; each++) {
      this.#opened.station.writer.quote(quoteFact(++this.quotes))
    }
    this.#opened.station.flushSoon()
  }

  say(count = 1): void {
    for (let each = 0; each < count; each++) {
      this.#opened.station.writer.publish(messageFact(++this.messages))
    }
  }
}

function messageFact(number: number) {
  const words = asSaid(`number ${number}`)
  return { kind: 'health', at: number as Micros, ok: true, saying: words } as const
}

function quoteFact(number: number) {
  return quoteFixture({ at: number, last: 6_000 + (number % 100) })
}

/** Follows the source and writes down what it is handed over. */
export class StoryListener {
  /** Life of the source, kind and number, in the order of arrival; what a snapshot told, too. */
  readonly heard: { readonly epoch: number; readonly kind: FactKind; readonly number: number }[] =
    []
  readonly losses: Loss[] = []
  /** Facts that were not the next ones after what was known. */
  readonly disorder: string[] = []
  snapshots = 0
  /** The newest number of each kind that it knows of, by fact or by snapshot. */
  messages = 0
  quotes = 0
  epoch = 0

  /** Binds nothing, as main does. */
  static open(bus: Bus, meeting: Meeting): StoryListener {
    const station = new Station({
      ...surroundingsOf(bus, meeting),
      spec: specOf('main', meeting),
      epoch: 1 as Epoch,
      codec: createCodec([]),
      publish: () => undefined,
    })
    onTestFinished(() => station.quit('the test ends'))
    const listener = new StoryListener()
    const { reader } = follow(station, SOURCE, {
      follows: ['quote', 'health'],
      onSnapshot: ({ facts }, origin) => {
        listener.snapshots++
        listener.epoch = origin.epoch
        listener.messages = 0
        listener.quotes = 0
        for (const fact of facts) listener.#learn(fact.kind, 'at' in fact ? fact.at : 0)
      },
      onFact: (fact, number) => {
        const before = fact.kind === 'quote' ? listener.quotes : listener.messages
        if (number !== before + 1) listener.disorder.push(`${fact.kind} ${number} after ${before}`)
        listener.heard.push({ epoch: reader.origin!.epoch, kind: fact.kind, number })
        listener.#learn(fact.kind, 'at' in fact ? fact.at : 0)
      },
      onLost: (loss) => listener.losses.push(loss),
    })
    return listener
  }

  knows({ messages, quotes }: StorySource): boolean {
    return this.messages === messages && this.quotes === quotes
  }

  #learn(kind: FactKind, number: number): void {
    if (kind === 'health') this.messages = number
    else if (kind === 'quote') this.quotes = number
  }
}
