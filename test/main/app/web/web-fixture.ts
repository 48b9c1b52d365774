import { connect } from 'node:net'
import { onTestFinished } from 'vitest'
import type { WebSocket } from 'ws'
import type { Since } from '../../../../src/core/contracts/window-frame.ts'
import type { Web } from '../../../../src/main/app/web/index.ts'
import { openWeb } from '../../../../src/main/app/web/index.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'

export const COOKIE = 'ghtrader-0f0f'

export interface Opened {
  readonly web: Web
  /** Every window that was let in, with the number it came back with. */
  readonly windows: { readonly socket: WebSocket; readonly since: Since | undefined }[]
  /** What windows said. */
  readonly said: Buffer[]
  /** Moves the server's wall clock, in milliseconds. */
  readonly wait: (milliseconds: number) => void
  readonly runtime: string
}

export async function openedWeb(
  runtime = temporaryFolder(),
  begun = 1_700_000_000_000,
): Promise<Opened> {
  let now = begun
  const windows: Opened['windows'] = []
  const said: Buffer[] = []
  const page = { body: Buffer.from('<!doctype html>the page'), type: 'text/html; charset=utf-8' }
  const opened = await openWeb({
    port: 0,
    instance: '0f0f',
    runtime,
    pages: new Map([
      ['/', page],
      ['/index.html', page],
    ]),
    onWindow: (socket, since) => {
      windows.push({ socket, since })
      socket.on('message', (data: Buffer) => said.push(data))
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    now: () => now,
  })
  if (!opened.ok) throw new Error(opened.error.message)
  const web = opened.value
  onTestFinished(() => web.close())
  return { web, windows, said, runtime, wait: (milliseconds) => void (now += milliseconds) }
}

/** Sends bytes as they are, and returns everything that came back until the line was closed. */
export function raw(port: number, text: string | Buffer): Promise<string> {
  return new Promise((resolve, reject) => {
    const line = connect(port, '127.0.0.1', () => line.write(text))
    const chunks: Buffer[] = []
    line.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      // An accepted upgrade stays open: what was said so far is enough.
      if (Buffer.concat(chunks).includes('101 Switching')) line.destroy()
    })
    line.on('error', (error) => (chunks.length > 0 ? undefined : reject(error)))
    line.on('close', () => resolve(Buffer.concat(chunks).toString('latin1')))
    line.setTimeout(5000, () => line.destroy())
  })
}

export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0)
}

/** Opens the link as a browser does. @returns the value of the cookie. */
export async function enter({ web }: Pick<Opened, 'web'>): Promise<string> {
  const { pathname, search, host } = new URL(web.link())
  const request = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`
  const answer = await raw(web.port, request)
  const found = new RegExp(`${COOKIE}=([^;]+);`).exec(answer)
  if (found?.[1] === undefined) throw new Error(`no cookie in ${answer}`)
  return found[1]
}
