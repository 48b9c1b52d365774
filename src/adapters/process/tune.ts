import process from 'node:process'
import { setFlagsFromString } from 'node:v8'

const FLAGS = ['--interrupt-budget=10000', '--max-inlined-bytecode-size-cumulative=3000']

/**
 * For the processes that an order passes. By default the compiler waits until a function has run
 * for long, and puts few functions into their callers: on the way of an order every function is
 * short and runs once an order, so that much of it would stay unoptimised for hours. Measured with
 * `npm run bench -- loop`. To be called before anything else runs.
 *
 * Under Electron nothing is changed: a V8 whose flags are frozen ends the process that changes
 * them.
 */
export function compileEagerly(): void {
  if (process.versions['electron'] !== undefined) return
  for (const flag of FLAGS) setFlagsFromString(flag)
}
