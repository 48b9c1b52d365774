import type { Epoch, Instrument, Micros, Quote, Result } from '../domain/index.ts'
import { failed, ok } from '../domain/index.ts'
import { decodeBody, encodeBody, pack, shapeFailure, unpack } from './codec-pack.ts'
import type {
  Command,
  Envelope,
  Fact,
  FactKind,
  Failure,
  ServiceCommand,
  VenueReport,
  VenueRequest,
} from './index.ts'
import type { HistoryQuestion, HistoryReply } from './history-messages.ts'
import type { Message } from './message.ts'
import { BUNDLE_NUMBER, readBundle, writeBundle, writeBundled } from './wire/bundle.ts'
import type { BundledFact } from './wire/bundle.ts'
import { COMMANDS } from './wire/command.ts'
import { factBodies, QUOTE_NUMBER } from './wire/fact.ts'
import { HISTORY } from './wire/history.ts'
import { createQuoteFrames, readFactFrame, writeFactFrame } from './wire/frame.ts'
import { prefixEpoch, prefixFailure, unknownKind } from './wire/prefix.ts'
import { createTickTable, learnTicks } from './wire/price.ts'
import { REPORTS, REQUESTS } from './wire/venue.ts'
import type { Slot } from './wire/shape.ts'
import { windowBodies } from './wire/window.ts'
import type { WindowMessage } from './wire/window.ts'

/**
 * The one serialiser of everything that crosses a process or a file. A message is a four-byte
 * prefix (kind, version, low 16 bits of the epoch) and one MessagePack list; the layouts are in
 * `wire/`, one file a group.
 *
 * What becomes of odd numbers: NaN, "absent" where a field allows it, travels as nil; −0 arrives
 * as 0; infinities travel as they are where a field takes any number; undefined, of optional
 * fields, travels as nil. All other doubles arrive bit for bit.
 *
 * Encoding throws a RangeError that names the field when a value breaks its own type: nothing is
 * ever written that could not be read. Decoding never throws.
 */
export interface Codec {
  /** Adds instruments, or gives known ones another price step. Directories do so by themselves. */
  learn(instruments: readonly Instrument[]): void
  /** One fact. Only a `hello` and a snapshot carry source, mode, profile and the whole epoch. */
  encodeFact(envelope: Envelope): Uint8Array
  /** Quotes of one loop turn in one frame; the first is numbered `seq`, the others count on. */
  encodeQuotes(quotes: readonly Quote[], seq: number, at: Micros, epoch: number): Uint8Array
  /** A fact for `encodeBundle`, as it is now. */
  bundled(fact: BundledFact, seq: number): Bundled
  /** Facts of one turn in one frame, in their order. */
  encodeBundle(bundled: readonly Bundled[], at: Micros, epoch: number): Uint8Array
  encodeCommand(command: Command | ServiceCommand): Uint8Array
  encodeRequest(request: VenueRequest, epoch: Epoch): Uint8Array
  encodeReport(report: VenueReport, epoch: Epoch): Uint8Array
  encodeHistory(message: HistoryQuestion | HistoryReply): Uint8Array
  /** What a window is sent; @param life main's epoch. */
  encodeWindow(frame: WindowMessage, life: number): Uint8Array
  /**
   * `codec.version`, `codec.kind` or `codec.shape` for what cannot be read; the words say why.
   *
   * @param only numbers of the kinds that are read of a bundle; all where it is left out.
   */
  decode(bytes: Uint8Array, only?: ReadonlySet<number>): Result<Message, Failure>
}

/** A fact that is about to travel with others. */
export type Bundled = Slot

/** First byte of frames that hold facts of several kinds. */
export const BUNDLES = Uint8Array.of(BUNDLE_NUMBER)

/** First bytes of frames of these kinds, to subscribe by. */
export function topicsOf(kinds: readonly FactKind[]): readonly Uint8Array[] {
  const facts = factBodies(createTickTable([]))
  return kinds.map((kind) => Uint8Array.of(facts.of({ kind } as Fact).number))
}

/** @param directory the instruments known so far; of any other, prices travel as they are. */
export function createCodec(directory: readonly Instrument[]): Codec {
  const table = createTickTable(directory)
  const facts = factBodies(table)
  const quoteFrame = createQuoteFrames(table)
  const windows = windowBodies(table, facts)
  const one: [Quote | undefined] = [undefined]

  const encodeQuotes = (quotes: readonly Quote[], seq: number, at: Micros, epoch: number) => {
    if (quotes.length === 0) throw new RangeError('a frame holds one quote at least')
    return pack(QUOTE_NUMBER, epoch, quoteFrame(quotes, seq, at))
  }

  return {
    learn: (instruments) => learnTicks(table, instruments),
    encodeFact: (envelope) => {
      const { body: fact, seq, at, epoch, source, mode, profile } = envelope
      if (fact.kind === 'quote') {
        one[0] = fact
        return encodeQuotes(one as [Quote], seq, at, epoch)
      }
      const body = facts.of(fact)
      const origin = { source, mode, profile, epoch: epoch as Epoch }
      return pack(body.number, epoch, writeFactFrame(fact, body, seq, at, origin))
    },
    encodeQuotes,
    bundled: (fact, seq) => writeBundled(facts, fact, seq),
    encodeBundle: (bundled, at, epoch) => pack(BUNDLE_NUMBER, epoch, writeBundle(bundled, at)),
    encodeCommand: (command) => encodeBody(COMMANDS, command, command.epoch),
    encodeRequest: (request, epoch) => encodeBody(REQUESTS, request, epoch),
    encodeReport: (report, epoch) => encodeBody(REPORTS, report, epoch),
    encodeHistory: (message) => encodeBody(HISTORY, message, 0),
    encodeWindow: (frame, life) => encodeBody(windows, frame, life),
    decode: (bytes, only) => {
      const refused = prefixFailure(bytes)
      if (refused !== undefined) return failed(refused)
      const number = bytes[0] as number
      const fact = facts.numbered(number)
      try {
        const slots = unpack(bytes)
        if (fact !== undefined) {
          return ok(readFactFrame(slots, fact, prefixEpoch(bytes), table))
        }
        if (number === BUNDLE_NUMBER) return ok(readBundle(slots, facts, prefixEpoch(bytes), only))
        const command = decodeBody(COMMANDS, number, slots)
        if (command !== undefined) return ok({ kind: 'command', command })
        const request = decodeBody(REQUESTS, number, slots)
        if (request !== undefined) return ok({ kind: 'request', request })
        const report = decodeBody(REPORTS, number, slots)
        if (report !== undefined) return ok({ kind: 'report', report })
        const frame = decodeBody(windows, number, slots)
        if (frame !== undefined) return ok({ kind: 'window', frame })
        const message = decodeBody(HISTORY, number, slots)
        if (message !== undefined) return ok({ kind: 'history', message })
      } catch (error) {
        return failed(shapeFailure(error))
      }
      return failed(unknownKind(number))
    },
  }
}
