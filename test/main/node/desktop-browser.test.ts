import { expect, it } from 'vitest'
import { browserCommand } from '../../../src/main/node/desktop-browser.ts'

const LINK = 'http://127.0.0.1:4000/enter?code=abc'
const linux = { platform: 'linux', environment: { DISPLAY: ':0' }, user: 1000 } as const

it('asks the desktop of each system, without a shell', () => {
  const windows = { platform: 'win32', environment: {}, user: undefined } as const
  expect([
    browserCommand(linux, LINK),
    browserCommand({ ...linux, environment: { WAYLAND_DISPLAY: 'wayland-0' } }, LINK),
    browserCommand({ ...linux, platform: 'darwin', environment: {} }, LINK),
    browserCommand(windows, LINK),
  ]).toEqual([
    ['xdg-open', [LINK]],
    ['xdg-open', [LINK]],
    ['open', [LINK]],
    ['rundll32', ['url.dll,FileProtocolHandler', LINK]],
  ])
})

it('asks nobody where nobody sits', () => {
  const desktops = [
    { ...linux, environment: {} },
    { ...linux, environment: { DISPLAY: '' } },
    { ...linux, environment: { DISPLAY: ':0', SSH_CONNECTION: '10.0.0.1 1 10.0.0.2 22' } },
    { ...linux, environment: { DISPLAY: ':0', CI: 'true' } },
    { ...linux, user: 0 },
    { ...linux, platform: 'darwin', environment: { SSH_TTY: 'ttys1' } } as const,
  ]
  expect(desktops.map((desktop) => browserCommand(desktop, LINK))).toEqual(
    desktops.map(() => undefined),
  )
})
