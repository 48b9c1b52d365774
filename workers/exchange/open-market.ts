import { readMarketFacts } from '../../src/adapters/market/facts.ts'
import type { Market } from '../../src/adapters/market/market.ts'
import type { QuotedMarket } from '../../src/adapters/market/quoted-market.ts'
import type { ReplayMarket } from '../../src/adapters/market/replay-market.ts'
import { openReplayMarket } from '../../src/adapters/market/replay-market.ts'
import { simulatedMarket } from '../../src/adapters/market/simulated-market.ts'
import type { Failure } from '../../src/core/contracts/index.ts'
import type { MarketSpec } from '../../src/core/contracts/worker-spec.ts'
import type { Micros, Result } from '../../src/core/domain/index.ts'
import { beijingDay, ok } from '../../src/core/domain/index.ts'
import type { Following } from './follow-feed.ts'

export type FollowSpec = Extract<MarketSpec, { readonly kind: 'follow' }>

/** The market that a spec asks for, with what moves it on. */
export type OpenedMarket =
  | { readonly kind: 'simulated'; readonly market: Market; readonly seed: number }
  | {
      readonly kind: 'replay'
      readonly market: ReplayMarket
      readonly seed: number
      readonly speed: number
    }
  | {
      readonly kind: 'follow'
      readonly market: QuotedMarket
      readonly following: Following
    }

/** A market that is there before anybody is heard. */
export type OwnMarket = Exclude<OpenedMarket, { readonly kind: 'follow' }>

/** @param today on the wall's clock: the built-in market's very first day. */
export async function openMarket(
  spec: Exclude<MarketSpec, FollowSpec>,
  resources: string,
  today: Micros,
): Promise<Result<OwnMarket, Failure>> {
  const facts = readMarketFacts(resources)
  if (!facts.ok) return facts
  if (spec.kind === 'simulated') {
    const { rate, seed } = spec
    const market = simulatedMarket(facts.value, { rate, tradingDay: beijingDay(today) })
    return market.ok ? ok({ kind: 'simulated', market: market.value, seed }) : market
  }
  const market = await openReplayMarket(facts.value, spec)
  if (!market.ok) return market
  return ok({ kind: 'replay', market: market.value, seed: 0, speed: spec.speed ?? Infinity })
}
