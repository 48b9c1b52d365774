/**
 * Lives as long as the test process whose servers it knows of, and then ends what is left of them,
 * however that process ended: an interrupted run leaves no server and no folder behind. It is told
 * line by line on its standard input, which the system closes when the test process is gone.
 */
import { rmSync } from 'node:fs'
import { createInterface } from 'node:readline'

const groups = new Set()
const folders = new Set()
// Ctrl-C goes to everybody in the terminal; this one has work to do then.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {})

createInterface({ input: process.stdin })
  .on('line', (line) => {
    const { started, ended, folder } = JSON.parse(line)
    if (started !== undefined) groups.add(started)
    if (ended !== undefined) groups.delete(ended)
    if (folder !== undefined) folders.add(folder)
  })
  .on('close', () => {
    for (const group of groups) kill(group)
    for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 20 })
  })

function kill(group) {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It ended by itself.
  }
}
