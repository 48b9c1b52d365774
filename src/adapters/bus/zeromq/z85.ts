const DIGITS =
  '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'

/**
 * Bytes as keys are written: five digits of base 85 for each four bytes.
 * Source: ZeroMQ RFC 32.
 */
export function encodeZ85(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let text = ''
  for (let at = 0; at < bytes.length; at += 4) {
    let rest = view.getUint32(at)
    let digits = ''
    for (let digit = 0; digit < 5; digit++) {
      digits = DIGITS.charAt(rest % DIGITS.length) + digits
      rest = Math.floor(rest / DIGITS.length)
    }
    text += digits
  }
  return text
}

const HIGHEST = 2 ** 32

/** Whether a text is a CURVE key: 32 bytes in 40 digits, each five of them within 32 bits. */
export function isKey(text: string): boolean {
  if (text.length !== 40) return false
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = DIGITS.indexOf(text.charAt(at))
    value = (at % 5 === 0 ? 0 : value) * DIGITS.length + digit
    if (digit < 0 || value >= HIGHEST) return false
  }
  return true
}
