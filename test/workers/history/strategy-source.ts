import { onTestFinished } from 'vitest'
import { SYSTEM_CLOCK } from '../../../src/adapters/process/index.ts'
import { FactWriter } from '../../../src/core/channel/index.ts'
import { createCodec } from '../../../src/core/contracts/codec.ts'
import type { FactOf } from '../../../src/core/contracts/index.ts'
import { asSaid } from '../../../src/core/contracts/index.ts'
import type { Epoch, InstrumentId, Lots, Micros, OwnerId } from '../../../src/core/domain/index.ts'
import type { Bus } from '../../../src/core/ports/index.ts'
import { ALPHA as OWNER, DAY } from '../../core/engine/fixture/market.ts'

/** A strategy that thinks what a test wants it to. */
export class StrategySource {
  readonly writer: FactWriter

  constructor(writer: FactWriter) {
    this.writer = writer
  }

  static async open(
    bus: Bus,
    doors: { readonly publish: string; readonly collect: string },
    epoch = 5,
  ): Promise<StrategySource> {
    onTestFinished(() => bus.close())
    const publisher = await bus.publish({ address: doors.publish })
    const collector = await bus.collect({ address: doors.collect })
    if (!publisher.ok || !collector.ok) throw new Error('the doors of the strategy are taken')
    const origin = { source: 'strategy.alpha', mode: 'simulated', profile: 'default' } as const
    const writer = new FactWriter({
      codec: createCodec([]),
      origin: { ...origin, epoch: epoch as Epoch },
      send: (frame) => publisher.value.send(frame),
      now: () => SYSTEM_CLOCK.monotonic(),
    })
    const codec = createCodec([])
    collector.value.onFrame((frame) => {
      const decoded = codec.decode(frame)
      if (!decoded.ok || decoded.value.kind !== 'command') throw new Error('no command came')
      const { command } = decoded.value
      if (command.kind !== 'SnapshotRequest') return
      const { mode, profile } = origin
      writer.snapshot(command.sender, [{ kind: 'hello', mode, profile, tradingDay: DAY }])
    })
    return new StrategySource(writer)
  }

  /** A decision on a quote, with the features that it was made from. */
  decides(at: number, target: number, instrument = 0): void {
    const who = { owner: OWNER, instrument: instrument as InstrumentId }
    const when = { at: at as Micros }
    this.writer.publish({ kind: 'signal', ...when, ...who, features: [0.5, -1] })
    const decision: FactOf<'decision'> = {
      kind: 'decision',
      ...when,
      ...who,
      target: target as Lots,
      why: asSaid(`wants ${target}`),
    }
    this.writer.publish(decision)
  }

  /** A model's answer about a quote. */
  predicts(at: number, outputs: readonly number[], owner: OwnerId = OWNER): void {
    const about = { owner, instrument: 0 as InstrumentId, quoteAt: at as Micros, generation: 1 }
    this.writer.publish({ kind: 'prediction', ...about, outputs })
  }
}
