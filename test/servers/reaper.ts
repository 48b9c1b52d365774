import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Socket } from 'node:net'

/** What the reaper of this test process is told. */
type News = { readonly started: number } | { readonly ended: number } | { readonly folder: string }

let line: Socket | undefined

/** Tells the reaper, which starts with the first news and outlives this process for a moment. */
export function tellReaper(news: News): void {
  line ??= startReaper()
  line.write(`${JSON.stringify(news)}\n`)
}

function startReaper(): Socket {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'reaper.mjs')], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  child.unref()
  const input = child.stdin as Socket
  // Neither the reaper nor its pipe keeps a finished test process alive.
  input.unref()
  input.on('error', () => {})
  return input
}
