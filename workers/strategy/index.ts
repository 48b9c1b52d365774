import { refuseToStart } from '../not-in-this-version.ts'

process.exitCode = refuseToStart('strategy', process.argv.slice(2), (line) => {
  process.stderr.write(`${line}\n`)
})
