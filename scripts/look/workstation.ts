import type { ChildProcess, ChildProcessByStdio } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'

const root = resolve(import.meta.dirname, '../..')

/** The built workstation, running in a folder of its own. */
export interface LookedAt {
  /** Lets one browser in, once. */
  readonly link: string
  readonly child: ChildProcess
  /** Of all that it keeps. */
  readonly data: string
  /** Ends it, and takes its folder away. */
  end(): Promise<void>
  /** Ends it, changes what it kept, and starts it there anew. @returns a link of the new one. */
  again(change: (data: string) => void): Promise<string>
}

/** @param args further arguments of the workstation. */
export async function startWorkstation(args: readonly string[] = []): Promise<LookedAt> {
  const place = mkdtempSync(join(tmpdir(), 'gl-'))
  const data = join(place, 'data')
  let running = run(place, args)
  const end = async (): Promise<void> => {
    await ended(running)
    rmSync(place, { recursive: true, force: true })
  }
  const linkOfRunning = async (): Promise<string> => {
    try {
      return await linkOf(running.stdout)
    } catch (error) {
      await end()
      throw error
    }
  }
  return {
    link: await linkOfRunning(),
    get child() {
      return running
    },
    data,
    end,
    async again(change) {
      await ended(running)
      change(data)
      running = run(place, args)
      return linkOfRunning()
    },
  }
}

type Running = ChildProcessByStdio<null, Readable, null>

function run(place: string, args: readonly string[]): Running {
  return spawn(process.execPath, [join(root, 'out/main/headless.js'), '--web-port', '0', ...args], {
    env: {
      PATH: process.env['PATH'] ?? '',
      XDG_CONFIG_HOME: place,
      GHTRADER_DATA: join(place, 'data'),
      GHTRADER_RUNTIME: join(place, 'run'),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Asks it to end, where it has not yet, and waits until it did. */
async function ended(child: Running): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise((done) => child.once('close', done))
  child.kill('SIGINT')
  await closed
}

function linkOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    output.on('data', (bytes: Buffer) => {
      said += String(bytes)
      const link = /(http:\/\/127\.0\.0\.1:\d+\/enter\?code=\S+)/.exec(said)?.[1]
      if (link !== undefined) found(link)
    })
    output.on('end', () => failed(new Error(`the workstation gave no link:\n${said}`)))
  })
}
