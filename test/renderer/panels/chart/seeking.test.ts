import { describe, expect, it } from 'vitest'
import { Seeking } from '../../../../src/renderer/panels/chart/seeking.ts'

/** A chart that knows all from `oldest` on, and asks history for ten more at a time. */
class ToyChart {
  oldest = 100
  /** Nothing is known before. */
  ends = 0
  settled = true
  readonly done: string[] = []
  /** Called while history is asked. */
  meanwhile: () => void = () => undefined
  readonly seeking = new Seeking({
    centre: (at) => {
      if (at < this.oldest) return false
      this.done.push(`shows ${at}`)
      return true
    },
    settled: () => this.settled,
    oldest: () => this.oldest,
    earlier: async () => {
      this.done.push('asks')
      await Promise.resolve()
      this.oldest = Math.max(this.ends, this.oldest - 10)
      this.meanwhile()
    },
    giveUp: () => this.done.push('gives up'),
  })

  async seek(at: number): Promise<readonly string[]> {
    this.seeking.seek(at)
    await new Promise((resolve) => setImmediate(resolve))
    return this.done
  }
}

describe('a chart that seeks a moment', () => {
  it('shows at once what it knows', async () => {
    expect(await new ToyChart().seek(120)).toEqual(['shows 120'])
  })

  it('asks history until it reaches back', async () => {
    expect(await new ToyChart().seek(85)).toEqual(['asks', 'asks', 'shows 85'])
  })

  it('gives up where nothing older is known', async () => {
    const chart = new ToyChart()
    chart.ends = 95
    expect(await chart.seek(50)).toEqual(['asks', 'asks', 'gives up'])
  })

  it('waits while what is known is still coming, and then goes on', async () => {
    const chart = new ToyChart()
    chart.settled = false
    const before = [...(await chart.seek(85))]
    chart.oldest = 80
    await chart.seeking.look()
    expect([before, chart.done]).toEqual([[], ['shows 85']])
  })

  it('goes for the newest that was asked, and stops when somebody looks elsewhere', async () => {
    const chart = new ToyChart()
    chart.meanwhile = () => chart.seeking.seek(110)
    const newest = [...(await chart.seek(85))]
    const other = new ToyChart()
    other.meanwhile = () => other.seeking.end()
    expect([newest, await other.seek(85)]).toEqual([['asks', 'shows 110'], ['asks']])
  })
})
