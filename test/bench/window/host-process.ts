import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { TSX } from '../tsx.ts'

const LINK = /(http:\/\/127\.0\.0\.1:\d+\/enter\?code=\S+)/

/** A process that serves the page, and its link. */
export interface ServingProcess {
  readonly link: string
  /** Has it leave, and waits until it has. */
  readonly stop: () => Promise<void>
}

/** Starts one of the programs of this folder, and waits for its link. */
export async function startServing(
  program: string,
  args: readonly string[],
): Promise<ServingProcess> {
  const script = join(import.meta.dirname, program)
  const child = spawn(process.execPath, [...TSX, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const stop = async (): Promise<void> => {
    const ended = child.exitCode === null ? once(child, 'close') : undefined
    child.kill('SIGTERM')
    await ended
  }
  try {
    return { link: await linkOf(child), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

function linkOf({ stdout }: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = ''
    stdout?.on('data', (bytes: Buffer) => {
      said += String(bytes)
      const link = LINK.exec(said)?.[1]
      if (link !== undefined) found(link)
    })
    stdout?.on('end', () => failed(new Error(`a process of the benchmark gave no link:\n${said}`)))
  })
}
