import type { Brand } from './brand.ts'

/** `EXCHANGE.code`, as in `SHFE.cu2010`. */
export type Symbol = Brand<string, 'Symbol'>

/** A small integer that stands for an instrument on the hot path; the directory tells which. */
export type InstrumentId = Brand<number, 'InstrumentId'>

/** A small integer that stands for who owns a position: a strategy, or a person's hand. */
export type OwnerId = Brand<number, 'OwnerId'>

/** `<profile>-<installation>-<epoch>-<counter>`, the last three in base 36. Never used twice. */
export type OrderId = Brand<string, 'OrderId'>

/** Made by whoever wants something; one intent makes at most one order, ever. */
export type IntentId = Brand<string, 'IntentId'>

/** Whoever sends commands: a strategy's id, or `hand`. */
export type SenderId = Brand<string, 'SenderId'>

/** Counts a gateway's lives; a command or order of an earlier life is refused. */
export type Epoch = Brand<number, 'Epoch'>

export const HAND = 0 as OwnerId
