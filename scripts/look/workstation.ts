import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

/** The built workstation, running in a folder of its own. */
export interface LookedAt {
  /** Lets one browser in, once. */
  readonly link: string
  readonly child: ChildProcess
  /** Ends it, and takes its folder away. */
  end(): Promise<void>
}

/** @param args further arguments of the workstation. */
export async function startWorkstation(args: readonly string[] = []): Promise<LookedAt> {
  const place = mkdtempSync(join(tmpdir(), 'gl-'))
  const child = spawn(
    process.execPath,
    [join(root, 'out/main/headless.js'), '--web-port', '0', ...args],
    {
      env: {
        PATH: process.env['PATH'] ?? '',
        XDG_CONFIG_HOME: place,
        GHTRADER_DATA: join(place, 'data'),
        GHTRADER_RUNTIME: join(place, 'run'),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const ended = new Promise((done) => child.once('close', done))
  const end = async (): Promise<void> => {
    child.kill('SIGINT')
    await ended
    rmSync(place, { recursive: true, force: true })
  }
  try {
    return { link: await linkOf(child.stdout), child, end }
  } catch (error) {
    await end()
    throw error
  }
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
