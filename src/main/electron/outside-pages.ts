/** Pages of others that the page may ask the system's browser to show, with all below them. */
const SHOWN_OUTSIDE: ReadonlySet<string> = new Set(['www.tradingview.com'])

/** Whether an address is one that may leave for the system's browser. */
export function mayShowOutside(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, hostname, port, username, password } = new URL(address)
  const plain = port === '' && username === '' && password === ''
  return protocol === 'https:' && plain && SHOWN_OUTSIDE.has(hostname)
}
