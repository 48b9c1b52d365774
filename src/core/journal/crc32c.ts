/**
 * CRC32C: the checksum of a record. Polynomial of Castagnoli, Bräuer and Herrmann (IEEE
 * Transactions on Communications 41(6), 1993), reflected 0x82f63b78, as iSCSI uses it (RFC 3720,
 * test vectors in its appendix B.4). Eight tables take eight bytes a turn, after Kounavis and
 * Berry ("A Systematic Approach to Building High Performance Software-based CRC Generators",
 * 2005).
 */
const POLYNOMIAL = 0x82f63b78
const TABLES = tables()

/** @returns the checksum of bytes[start, end) as an unsigned 32-bit number. */
export function crc32c(bytes: Uint8Array, start: number, end: number): number {
  let crc = -1
  let at = start
  for (const last = end - 8; at <= last; at += 8) {
    const low = crc ^ word(bytes, at)
    const high = word(bytes, at + 4)
    crc =
      step(7, low & 0xff) ^
      step(6, (low >>> 8) & 0xff) ^
      step(5, (low >>> 16) & 0xff) ^
      step(4, low >>> 24) ^
      step(3, high & 0xff) ^
      step(2, (high >>> 8) & 0xff) ^
      step(1, (high >>> 16) & 0xff) ^
      step(0, high >>> 24)
  }
  for (; at < end; at++) crc = (crc >>> 8) ^ step(0, (crc ^ (bytes[at] as number)) & 0xff)
  return ~crc >>> 0
}

function word(bytes: Uint8Array, at: number): number {
  return (
    (bytes[at] as number) |
    ((bytes[at + 1] as number) << 8) |
    ((bytes[at + 2] as number) << 16) |
    ((bytes[at + 3] as number) << 24)
  )
}

function step(table: number, byte: number): number {
  return TABLES[table * 256 + byte] as number
}

function tables(): Int32Array {
  const made = new Int32Array(8 * 256)
  for (let byte = 0; byte < 256; byte++) {
    let crc = byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1
    made[byte] = crc
  }
  for (let entry = 256; entry < made.length; entry++) {
    const before = made[entry - 256] as number
    made[entry] = (before >>> 8) ^ (made[before & 0xff] as number)
  }
  return made
}
