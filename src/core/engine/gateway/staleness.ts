import { MICROS_PER_SECOND } from '../../domain/index.ts'

/** Nothing at all was heard of the market for longer than that: all its quotes are stale, in µs. */
export const FEED_SILENCE = MICROS_PER_SECOND

/**
 * Why a quote may not be traded on. `never`: there is none. `gap`: some are missing since. `feed`:
 * nothing at all was heard of the market for too long. `quote`: the instrument itself is quieter
 * than it is wont to be.
 */
export interface Staleness {
  readonly why: 'never' | 'gap' | 'feed' | 'quote'
  /** µs since the market last gave a sign of life; Infinity before the first. */
  readonly feedAge: number
  /** µs since the instrument's newest quote; Infinity where there is none. */
  readonly quoteAge: number
  /** µs that the age which is too high may have. */
  readonly most: number
}

/** As the gate says it, with both ages. */
export function stalenessWords({ why, feedAge, quoteAge, most }: Staleness): string {
  switch (why) {
    case 'never':
      return 'no quote has arrived yet'
    case 'gap':
      return 'quotes are missing since the last one'
    case 'feed': {
      const words = `the feed has been silent for ${seconds(feedAge)}, more than ${seconds(most)}`
      return `${words}; the quote is ${seconds(quoteAge)} old`
    }
    case 'quote': {
      const words = `the quote is ${seconds(quoteAge)} old, more than ${seconds(most)}`
      return `${words}; the feed was heard ${seconds(feedAge)} ago`
    }
  }
}

function seconds(interval: number): string {
  return `${(interval / MICROS_PER_SECOND).toFixed(1)} s`
}
