import { readMarketFacts } from '../../src/adapters/market/facts.ts'
import { createSessions } from '../../src/adapters/market/sessions.ts'
import { readBack } from '../../src/adapters/books/book.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { GatewaySpec } from '../../src/core/contracts/worker-spec.ts'
import type { Instrument, Micros, Result, SessionPhase } from '../../src/core/domain/index.ts'
import { ok } from '../../src/core/domain/index.ts'
import { GatewayEngine } from '../../src/core/engine/index.ts'
import type { Place } from './place.ts'

/** The engine for what an exchange lists, with the books of earlier lives read back. */
export function createEngine(
  { limits, resources }: GatewaySpec,
  { instance, book }: Place,
  instruments: readonly Instrument[],
): Result<GatewayEngine, Failure> {
  const sessions = sessionPhase(instance.mode, resources, instruments)
  if (!sessions.ok) return sessions
  const gateway = new GatewayEngine({
    ...instance,
    instruments,
    limits,
    sessionPhase: sessions.value,
  })
  const restored = readBack(instance.folder, () => gateway.restore(book.records))
  return restored.ok ? ok(gateway) : restored
}

type PhaseOf = (instrument: Instrument, now: Micros) => SessionPhase

/** The built-in market never closes; a recording keeps the hours of its instruments. */
function sessionPhase(
  mode: string,
  resources: string,
  instruments: readonly Instrument[],
): Result<PhaseOf, Failure> {
  if (mode === 'simulated') return ok(() => 'continuous')
  const facts = readMarketFacts(resources)
  if (!facts.ok) return facts
  const sessions = createSessions(facts.value, instruments)
  return ok(({ id }, now) => sessions.phase(id, now))
}
