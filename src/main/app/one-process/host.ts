import type { Failure } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { ok } from '../../../core/domain/index.ts'
import type { Settings } from '../config/index.ts'
import { Stop } from '../../../adapters/run/clock.ts'
import type { Outside } from '../outside.ts'
import type { Outcome } from '../summary/index.ts'
import { handOf } from './hand.ts'
import { prepareRun } from './index.ts'
import { runToEnd } from './outcome.ts'
import type { Surroundings } from './prepared-run.ts'
import { viewOf } from './view-of.ts'
import { openDisplay } from '../terminal/index.ts'

/**
 * Trades in this one process until the market ends or a person quits. Fails before anything was
 * sent.
 */
export async function tradeInOneProcess(
  settings: Settings,
  outside: Outside & Surroundings,
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
    pressed: (key) => {
      if (key === 'quit') quit()
      // There is no page where everything is in one process.
      else if (key !== 'link') hand?.(key)
    },
  })
  outside.onCrash(display.close)
  try {
    return ok(await runToEnd(prepared.value, stop, now))
  } finally {
    display.close()
  }
}
