import type { Failure } from '../../core/contracts/index.ts'
import type { Result } from '../../core/domain/index.ts'
import { ok } from '../../core/domain/index.ts'
import type { Settings } from './config/index.ts'
import type { Outcome, Surroundings } from './one-process/index.ts'
import { Stop, handOf, prepareRun, runToEnd, viewOf } from './one-process/index.ts'
import type { DisplayOptions } from './terminal/index.ts'
import { openDisplay } from './terminal/index.ts'

/** The process around a run: its terminal, and what may end it. */
export interface Outside extends Surroundings {
  readonly output: DisplayOptions['output']
  readonly input: DisplayOptions['input']
  readonly colours: boolean
  /** Who sits at the keyboard. */
  readonly person: string
  /** Called with what ends the run in good order; for signals. */
  readonly onQuit: (quit: () => void) => void
  /** Called with what gives the terminal back at once; for crashes. */
  readonly onCrash: (leave: () => void) => void
}

/** Trades until the market ends or a person quits. Fails before anything was sent. */
export async function trade(
  settings: Settings,
  outside: Outside,
): Promise<Result<Outcome, Failure>> {
  const prepared = await prepareRun(settings, outside)
  if (!prepared.ok) return prepared
  const { assembly } = prepared.value
  const stop = new Stop()
  const quit = (): void => stop.stop()
  const now = (): number => outside.clock.now()
  const hand = handOf(assembly, outside.person)
  outside.onQuit(quit)
  const display = openDisplay({
    ...outside,
    now,
    ticks: () => assembly.observer.ticks,
    view: (ticksPerSecond) => viewOf(assembly, settings.speed, ticksPerSecond),
    pressed: (key) => (key === 'quit' ? quit() : hand?.(key)),
  })
  outside.onCrash(display.close)
  try {
    return ok(await runToEnd(prepared.value, stop, now))
  } finally {
    display.close()
  }
}
