import { join } from 'node:path'
import { expect } from 'vitest'
import { until } from '../until.ts'
import type { StartedShell } from './started-shell.ts'

/** What must hold of the shell, tried on one that runs; rejects where it does not. */
export type Check = (shell: StartedShell) => Promise<void>

interface Bridged {
  ghtrader?: {
    openPanel: (id: unknown) => Promise<void>
    askLine: (since?: unknown) => Promise<void>
  }
}

export const opensOnItsScheme: Check = async ({ app, page, patience }) => {
  await page.evaluate(() => {
    document.title = 'a page'
  })
  const titles = (): Promise<readonly string[]> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((each) => each.getTitle()),
    )
  await until(async () => (await titles())[0] === 'SIM · a page', patience)
  expect([page.url(), (await titles()).length]).toEqual(['app://workstation/', 1])
}

export const hasItsBridgeAlone: Check = async ({ page }) => {
  const seen = await page.evaluate(() => {
    const own = globalThis as unknown as Record<string, unknown>
    const bridge = own['ghtrader'] as object | undefined
    return {
      bridge: Object.entries(bridge ?? {}).map(([name, value]) => `${name}: ${typeof value}`),
      frozen: Object.isFrozen(bridge),
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].filter(
        (name) => name in own,
      ),
    }
  })
  expect(seen).toEqual({
    bridge: ['host: string', 'openPanel: function', 'askLine: function'],
    frozen: true,
    node: [],
  })
}

export const runsNoForeignCode: Check = async ({ page, patience }) => {
  const seen = await page.evaluate(async (within) => {
    const stopped = new Set<string>()
    addEventListener('securitypolicyviolation', ({ effectiveDirective, disposition }) => {
      stopped.add(`${effectiveDirective} ${disposition}`)
    })
    const script = document.createElement('script')
    script.textContent = 'window.foreign = 1'
    document.head.append(script)
    const style = document.createElement('style')
    style.textContent = 'body { color: red }'
    document.head.append(style)
    new Image().src = 'https://example.invalid/a.png'
    // Only in a task of the page itself is this ban seen.
    setTimeout(() => {
      try {
        // oxlint-disable-next-line typescript/no-implied-eval, typescript/no-unsafe-call -- it is what is tried
        void new Function('window.foreign = 2')()
      } catch {
        // As it should.
      }
    })
    const fetched = await fetch('https://example.invalid/').then(
      () => 'answered',
      () => 'refused',
    )
    const until = performance.now() + within
    while (stopped.size < 5 && performance.now() < until) {
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    script.remove()
    style.remove()
    return { stopped: [...stopped].sort(), fetched, foreign: 'foreign' in globalThis }
  }, patience / 2)
  expect(seen).toEqual({
    stopped: [
      'connect-src enforce',
      'img-src enforce',
      'script-src enforce',
      'script-src-elem enforce',
      'style-src-elem enforce',
    ],
    fetched: 'refused',
    foreign: false,
  })
}

export const readsItsOwnFilesAlone: Check = async ({ page }) => {
  const seen = await page.evaluate(() => {
    const paths = ['/index.html', '/..%2fmain%2findex.js', '/..%2f..%2fpackage.json', '/nothing.js']
    return Promise.all(
      [...paths.map((path) => `app://workstation${path}`), 'app://elsewhere/index.html'].map(
        (address) =>
          fetch(address).then(
            ({ status }) => status,
            () => 0,
          ),
      ),
    )
  })
  expect(seen).toEqual([200, 404, 404, 404, 0])
}

export const goesNowhere: Check = async ({ app, page }) => {
  await page.evaluate(() => {
    Object.assign(globalThis, { stayed: true })
    location.href = 'https://example.invalid/'
  })
  await page.evaluate(() => {
    location.href = 'app://workstation/assets/'
  })
  // A navigation that was let through would have begun by the time main answers.
  await app.evaluate(() => new Promise((resolve) => void setTimeout(resolve, 1000)))
  const stayed = await page.evaluate(() => 'stayed' in globalThis)
  expect([page.url(), stayed]).toEqual(['app://workstation/', true])
}

export const opensNoWindow: Check = async ({ app, page, patience }) => {
  // A page whose window is opened after all may wait for it for ever.
  const late = new Promise<string>((resolve) => {
    setTimeout(() => resolve('no answer'), patience)
  })
  const asked = page.evaluate(() =>
    ['http://127.0.0.1:9/', 'app://workstation/', 'about:blank'].map(
      (address) => window.open(address) === null,
    ),
  )
  const opened = await Promise.race([asked.catch(() => 'broken off'), late])
  const count = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
  expect([opened, count]).toEqual([[true, true, true], 1])
}

export const hasNoPermission: Check = async ({ page, patience }) => {
  const seen = await page.evaluate((within) => {
    const late = new Promise<string>((resolve) => {
      setTimeout(() => resolve('no answer'), within)
    })
    const place = new Promise<string>((resolve) => {
      const refused = ({ code }: GeolocationPositionError): void => resolve(`refused ${code}`)
      navigator.geolocation.getCurrentPosition(() => resolve('told'), refused)
    })
    const instruments = navigator.requestMIDIAccess({ sysex: true }).then(
      () => 'given',
      () => 'refused',
    )
    const notes = Notification.requestPermission()
    return Promise.all([place, instruments, notes].map((each) => Promise.race([each, late])))
  }, patience)
  expect(seen).toEqual(['refused 1', 'refused', 'denied'])
}

export const opensPanelsByName: Check = async ({ app, page, patience }) => {
  const wrong = await page.evaluate(() => {
    const { ghtrader } = globalThis as unknown as Bridged
    const wishes = ['../x', '', 'A', 7, null, 'a'.repeat(65)]
    return Promise.all(
      wishes.map(async (id) => {
        try {
          await ghtrader?.openPanel(id)
          return 'opened'
        } catch {
          return 'refused'
        }
      }),
    )
  })
  expect(wrong).toEqual(Array(6).fill('refused'))
  const opening = app.waitForEvent('window', { timeout: patience })
  await page.evaluate(() => (globalThis as unknown as Bridged).ghtrader?.openPanel('book-2'))
  const panel = await opening
  const titled = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().every((each) => each.getTitle().startsWith('SIM · ')),
    )
  await until(titled, patience)
  const bridged = await panel.evaluate(() => 'ghtrader' in globalThis)
  expect([panel.url(), bridged]).toEqual(['app://workstation/?panel=book-2', true])
  // Asked again it is shown, not opened twice.
  await page.evaluate(() => (globalThis as unknown as Bridged).ghtrader?.openPanel('book-2'))
  expect(app.windows().length).toBe(2)
  const closed = panel.waitForEvent('close', { timeout: patience })
  await app.evaluate(({ BrowserWindow }) => {
    const shown = BrowserWindow.getAllWindows().find(({ webContents }) =>
      webContents.getURL().endsWith('book-2'),
    )
    shown?.close()
  })
  await closed
}

/** As the page's tables do it, without a right to the clipboard: a page has none here. */
export const copiesTexts: Check = async ({ app, page, patience }) => {
  await app.evaluate(({ clipboard }) => clipboard.writeText('before'))
  const said = await page.evaluate(() => {
    const put = (event: ClipboardEvent): void => {
      event.clipboardData?.setData('text/plain', 'one\ttwo')
      event.preventDefault()
    }
    document.addEventListener('copy', put, { once: true })
    return document.execCommand('copy')
  })
  const copied = (): Promise<string> => app.evaluate(({ clipboard }) => clipboard.readText())
  await until(async () => (await copied()) !== 'before', patience)
  expect([said, await copied()]).toEqual([true, 'one\ttwo'])
}

export const zoomsByKeys: Check = async ({ app, patience }) => {
  const zoomed = async (keyCode: string, level: number): Promise<void> => {
    await app.evaluate(({ BrowserWindow }, key) => {
      const [window] = BrowserWindow.getAllWindows()
      window?.webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] })
    }, keyCode)
    const levelNow = (): Promise<number | undefined> =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.zoomLevel)
    await until(async () => (await levelNow()) === level, patience)
  }
  await zoomed('=', 0.5)
  await zoomed('-', 0)
  await zoomed('-', -0.5)
  await zoomed('0', 0)
}

/** A page of somebody else that has our bridge, as a fault elsewhere could lead to. */
export const answersNoForeignPage: Check = async ({ app, plan }) => {
  const preload = join(plan.app, 'out/preload/index.cjs')
  const answers = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const webPreferences = { preload, sandbox: true, contextIsolation: true }
    const foreign = new BrowserWindow({ show: false, webPreferences })
    await foreign.loadURL('data:text/html,foreign')
    const ask = (wish: string): Promise<unknown> =>
      foreign.webContents.executeJavaScript(`${wish}.then(() => 'done', () => 'refused')`)
    const told = [await ask("ghtrader.openPanel('book')"), await ask('ghtrader.askLine()')]
    foreign.destroy()
    return told
  }, preload)
  expect(answers).toEqual(['refused', 'refused'])
}
