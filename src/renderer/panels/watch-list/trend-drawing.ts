import type { WatchRow } from '../../../core/desk/watch-list.ts'
import { direction } from '../../format/index.ts'

const SVG = 'http://www.w3.org/2000/svg'
const [WIDE, HIGH] = [58, 14]

/** A small line of the prices since this window looks; drawn again when a point came. */
export function drawTrend(cell: HTMLElement): (row: WatchRow) => void {
  const picture = document.createElementNS(SVG, 'svg')
  picture.setAttribute('class', 'watch-trend')
  picture.setAttribute('viewBox', `0 0 ${WIDE} ${HIGH}`)
  picture.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'polyline')
  picture.append(line)
  cell.append(picture)
  let drawn = ''
  return ({ symbol, trend, quote }) => {
    const word = `${symbol} ${trend.revision}`
    if (word === drawn) return
    drawn = word
    line.setAttribute('points', pointsOf(trend.points))
    const { points } = trend
    const before = quote !== undefined && quote.preSettlement > 0 ? quote.preSettlement : points[0]
    line.setAttribute('class', `watch-trend-${direction((points.at(-1) ?? 0) - (before ?? 0))}`)
  }
}

export function pointsOf(prices: readonly number[]): string {
  if (prices.length < 2) return ''
  const low = Math.min(...prices)
  const span = Math.max(...prices) - low
  const step = WIDE / (prices.length - 1)
  return prices
    .map((price, place) => {
      const high = span === 0 ? 0.5 : (price - low) / span
      return `${(place * step).toFixed(1)},${(HIGH - 1.5 - high * (HIGH - 3)).toFixed(1)}`
    })
    .join(' ')
}
