import { basename } from 'node:path'
import type { Failure } from '../../core/contracts/index.ts'
import { explained } from '../../core/contracts/index.ts'
import type { Exchange, Result, Symbol } from '../../core/domain/index.ts'
import { EXCHANGES, failed } from '../../core/domain/index.ts'

/**
 * Makes a symbol of `code` or `EXCHANGE.code`, written as its exchange writes it. Without an
 * exchange it is for the products' facts to say who trades such a contract; it fails where nobody
 * does, or more than one.
 */
export type ResolveSymbol = (
  code: string,
  exchange: Exchange | undefined,
) => Result<Symbol, Failure>

/** What tells the contract of one file. */
export interface SymbolSources {
  readonly path: string
  /** What the columns of exchange and contract hold; empty where there is none. */
  readonly texts: readonly [exchange: string, instrument: string]
  /** What the user gave. */
  readonly given: string | undefined
}

/** `EXCHANGE.code` in a file's name: the codes of futures, and the plain ones of `SIM`. */
const IN_NAME =
  /(?:^|[^A-Za-z0-9])(?:(SHFE|INE|DCE|CZCE|CFFEX|GFEX)\.([A-Za-z]{1,3}\d{3,4}F?)|(SIM)\.(?!csv|gz)([a-z]+))(?![A-Za-z0-9])/

/**
 * The contract of a file: its column, else its name, else what the user gave. A column without
 * exchange takes it from the name, else from the products' facts. All that is told must agree;
 * otherwise, and where nothing is told, it fails with `recording.symbol`.
 */
export function symbolOfFile(
  sources: SymbolSources,
  resolve: ResolveSymbol,
): Result<Symbol, Failure> {
  const { path, given } = sources
  const name = inName(path)
  const told: readonly (readonly [where: string, Result<Symbol, Failure>])[] = [
    ...fromColumns(sources, name?.exchange, resolve),
    ...(name === undefined ? [] : [['its name', resolve(name.code, name.exchange)] as const]),
    ...(given === undefined ? [] : [['--symbol', resolve(given, undefined)] as const]),
  ]
  const [first] = told
  if (first === undefined) return failed(explained('recording.symbol/untold', { path }))
  for (const [where, symbol] of told) {
    if (!symbol.ok) {
      const { code, message } = symbol.error
      return failed({ ...explained('recording.symbol/by', { path, where, fault: message }), code })
    }
    if (first[1].ok && symbol.value !== first[1].value) {
      const other = { otherSymbol: symbol.value, otherWhere: where }
      const values = { path, symbol: first[1].value, where: first[0], ...other }
      return failed(explained('recording.symbol/clash', values))
    }
  }
  return first[1]
}

function fromColumns(
  { texts: [exchange, instrument] }: SymbolSources,
  fromName: Exchange | undefined,
  resolve: ResolveSymbol,
): readonly (readonly [string, Result<Symbol, Failure>])[] {
  if (instrument === '') return []
  if (exchange === '') return [['its column', resolve(instrument, fromName)]]
  const known = exchangeOf(exchange)
  return [
    [
      'its columns',
      known === undefined ? failed(unknownExchange(exchange)) : resolve(instrument, known),
    ],
  ]
}

function inName(path: string): { readonly exchange: Exchange; readonly code: string } | undefined {
  const match = IN_NAME.exec(basename(path))
  const exchange = exchangeOf(match?.[1] ?? match?.[3] ?? '')
  const code = match?.[2] ?? match?.[4]
  return exchange === undefined || code === undefined ? undefined : { exchange, code }
}

function exchangeOf(text: string): Exchange | undefined {
  return EXCHANGES.find((exchange) => exchange === text)
}

function unknownExchange(text: string): Failure {
  return explained('recording.symbol/exchange', { text, names: EXCHANGES.join(', ') })
}
