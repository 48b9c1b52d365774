import type { Micros } from '../domain/index.ts'
import type { Beginning } from './beginning.ts'
import { BEGINNINGS } from './beginning.ts'
import type { Seal } from './chain.ts'

const SEAL = /^([1-9]\d{0,15}) ([1-9]\d{0,15}) ([0-9a-f]{64})$/
const BEGINNING = /^begin ([1-9]\d{0,15}) ([a-z]+) (\d{1,16}) (\d{1,16}) ([0-9a-f]{64})$/

/** A line of the file, with its end. */
export function sealLine({ sequence, at, hex }: Seal): string {
  return `${sequence} ${at} ${hex}\n`
}

export function beginningLine({ at, why, after, until, hex }: Beginning): string {
  return `begin ${at} ${why} ${after} ${until} ${hex}\n`
}

/** The seal of a line without its end; undefined where it is none. */
export function readSeal(line: string): Seal | undefined {
  const [, sequence, at, hex] = SEAL.exec(line) ?? []
  if (hex === undefined) return undefined
  return { sequence: Number(sequence), at: Number(at) as Micros, hex }
}

export function readBeginning(line: string): Beginning | undefined {
  const [, at, told, after, until, hex] = BEGINNING.exec(line) ?? []
  const why = BEGINNINGS.find((each) => each === told)
  if (hex === undefined || why === undefined) return undefined
  return { at: Number(at) as Micros, why, after: Number(after), until: Number(until), hex }
}
