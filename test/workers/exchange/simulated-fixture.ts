import { temporaryFolder } from '../../temporary-folder.ts'
import { until } from '../../until.ts'
import { createHandClock, exchangeSpec, startedExchange } from './exchange-fixture.ts'
import { connectedPeer } from './peer.ts'

/** An exchange of the built-in market at its first step, with somebody who listens to it. */
export async function simulated(folder = temporaryFolder(), overrides = {}, around = {}) {
  const clock = createHandClock()
  const spec = exchangeSpec(folder, overrides)
  const exchange = await startedExchange(spec, { clock, ...around })
  const peer = await connectedPeer(exchange.hub)
  await peer.hears('time')
  await until(() => peer.of('beat').length > 0)
  await peer.snapshot()
  return { ...exchange, spec, folder, clock, peer }
}
