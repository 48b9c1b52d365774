import { spawn } from 'node:child_process'

/** What tells whether somebody sits before a desktop. */
export interface Desktop {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Undefined where users have no numbers. */
  readonly user: number | undefined
}

/**
 * The program that shows an address in the browser of this desktop; undefined where nobody sits
 * before one: over ssh, in CI, without a screen, or as root, whose browser is nobody's.
 */
export function browserCommand(
  { platform, environment, user }: Desktop,
  address: string,
): readonly [string, readonly string[]] | undefined {
  const told = (name: string): boolean => (environment[name] ?? '') !== ''
  if (['SSH_CONNECTION', 'SSH_CLIENT', 'SSH_TTY'].some(told)) return undefined
  if (environment['CI'] === 'true') return undefined
  if (platform === 'win32') return ['rundll32', ['url.dll,FileProtocolHandler', address]]
  if (user === 0) return undefined
  if (platform === 'darwin') return ['open', [address]]
  return told('DISPLAY') || told('WAYLAND_DISPLAY') ? ['xdg-open', [address]] : undefined
}

/** Shows an address in the browser. @returns whether there is one to ask; it may still fail. */
export function openInBrowser(desktop: Desktop, address: string): boolean {
  const command = browserCommand(desktop, address)
  if (command === undefined) return false
  const [program, args] = command
  const child = spawn(program, args, { detached: true, stdio: 'ignore', windowsHide: true })
  // The address is on the screen as well.
  child.once('error', () => undefined)
  child.unref()
  return true
}
