import { refuseToStart } from '../not-in-this-version.ts'

process.exitCode = refuseToStart('history', process.argv.slice(2), (line) => {
  process.stderr.write(`${line}\n`)
})
