import type { IntentId, Micros, SenderId } from '../../../core/domain/index.ts'
import { MICROS_PER_MILLISECOND, MICROS_PER_SECOND } from '../../../core/domain/index.ts'
import type { Assembly } from './assembly.ts'
import type { Stop, WallClock } from '../../../adapters/run/clock.ts'

const STEP = 50 * MICROS_PER_MILLISECOND
/** A machine that slept, or stood still for so long, goes on where it was: no market is made up. */
const MOST_BEHIND = 2 * MICROS_PER_SECOND
const QUIT_WITHIN = MICROS_PER_SECOND

export interface SimulatedRun {
  readonly startAt: Micros
  /** Wall milliseconds after which it ends; Infinity for never. */
  readonly length: number
}

/** Lets the built-in market trade in real time until it is stopped; then ends in good order. */
export async function runSimulated(
  assembly: Assembly,
  { startAt, length }: SimulatedRun,
  clock: WallClock,
  stop: Stop,
): Promise<void> {
  const { driver } = assembly
  let begun = clock.now()
  const end = begun + length
  let at = startAt as number
  driver.start(startAt)
  while (!stop.stopped && clock.now() < end) {
    const due = startAt + (clock.now() - begun) * 1000
    if (due - at > MOST_BEHIND) begun += (due - at - STEP) / 1000
    else if (due - at < STEP) await clock.sleep((at + STEP - due) / 1000, stop)
    else {
      at += STEP
      await step(assembly, at as Micros)
    }
  }
  await quit(assembly, at as Micros)
}

/** Strategies fall silent, what works is cancelled, and the venue gets a moment to answer. */
async function quit(assembly: Assembly, at: Micros): Promise<void> {
  const { driver, gateway, strategies } = assembly
  for (const strategy of strategies) strategy.gap(true)
  driver.command({
    kind: 'CancelAll',
    id: `hand-${gateway.epoch.toString(36)}-quit` as IntentId,
    sender: 'hand' as SenderId,
    epoch: gateway.epoch,
    validUntil: (at + MICROS_PER_SECOND) as Micros,
  })
  for (let waited = 0; waited < QUIT_WITHIN && isWorking(assembly); waited += STEP) {
    await step(assembly, (at + waited + STEP) as Micros)
  }
}

async function step({ driver, inference }: Assembly, at: Micros): Promise<void> {
  driver.advance(at)
  if (inference.waiting) await inference.answer(driver)
}

function isWorking({ gateway }: Assembly): boolean {
  return gateway.state.working.some((orders) => orders !== undefined && orders.length > 0)
}
