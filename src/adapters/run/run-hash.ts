import { createHash } from 'node:crypto'
import type { Codec } from '../../core/contracts/codec.ts'
import { createCodec } from '../../core/contracts/codec.ts'
import type {
  Fact,
  Mode,
  TargetPosition,
  VenueReport,
  VenueRequest,
} from '../../core/contracts/index.ts'
import { UNMEASURED } from '../../core/contracts/index.ts'
import type { Epoch, Instrument, Micros } from '../../core/domain/index.ts'

const GATHERED = 64 * 1024
const NO_STAMP = 0 as Micros

/** What a strategy thinks: it is said in another process, and what comes of it is the target. */
const THOUGHTS: ReadonlySet<Fact['kind']> = new Set(['signal', 'prediction', 'decision'] as const)

/**
 * SHA-256 over the bytes of every fact that the gateway publishes, every target, request to the
 * venue and report of it, in order: what passes the gateway, in one process as in many. No wall
 * time and no folder of a run enters, so that two replays of one recording by one profile, whose
 * name is part of every order's id, have the same.
 */
export class RunHash {
  readonly #codec: Codec
  readonly #hash = createHash('sha256')
  readonly #mode: Mode
  readonly #epoch: Epoch
  readonly #gathered = new Uint8Array(GATHERED)
  #length = 0
  #count = 0

  constructor(instruments: readonly Instrument[], mode: Mode, epoch: Epoch) {
    this.#codec = createCodec(instruments)
    this.#mode = mode
    this.#epoch = epoch
  }

  /** Messages so far. */
  get count(): number {
    return this.#count
  }

  fact(body: Fact): void {
    if (body.kind === 'hello' || THOUGHTS.has(body.kind)) return
    const [mode, epoch, seq] = [this.#mode, this.#epoch, this.#count]
    const head = { version: 1, source: '', mode, profile: '', epoch, seq, at: NO_STAMP }
    this.#add(this.#codec.encodeFact({ ...head, body }))
  }

  /** What it wants; how long the deciding took is another one in every run. */
  target(command: TargetPosition): void {
    this.#add(this.#codec.encodeCommand({ ...command, stages: UNMEASURED }))
  }

  request(request: VenueRequest): void {
    this.#add(this.#codec.encodeRequest(request, this.#epoch))
  }

  report(report: VenueReport): void {
    this.#add(this.#codec.encodeReport(report, this.#epoch))
  }

  /** The hash so far, in hexadecimal; more may follow. */
  digest(): string {
    this.#flush()
    return this.#hash.copy().digest('hex')
  }

  #add(bytes: Uint8Array): void {
    this.#count++
    if (this.#length + bytes.length > GATHERED) this.#flush()
    if (bytes.length > GATHERED) {
      this.#hash.update(bytes)
      return
    }
    this.#gathered.set(bytes, this.#length)
    this.#length += bytes.length
  }

  #flush(): void {
    this.#hash.update(this.#gathered.subarray(0, this.#length))
    this.#length = 0
  }
}
