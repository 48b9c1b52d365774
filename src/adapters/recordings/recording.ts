import type { Failure } from '../../core/contracts/index.ts'
import type { InstrumentId, Symbol } from '../../core/domain/index.ts'
import type { FormatName } from './format.ts'

/** One recorded file that can be read: of a known format, with a contract that is known. */
export interface Recording {
  readonly path: string
  /** `empty`: not even a header, so there is nothing to read. */
  readonly format: FormatName | 'empty'
  readonly symbol: Symbol
  readonly instrument: InstrumentId
  /** What the columns of exchange and contract hold in every row; empty where there is none. */
  readonly texts: readonly [exchange: string, instrument: string]
}

/** A file of a folder that is not read, and why. */
export interface LeftOutFile {
  readonly path: string
  readonly reason: Failure
}
