import { describe, expect, it } from 'vitest'
import { soak } from '../soak/soak.ts'

describe('an account whose processes are killed at random', () => {
  it('has no order twice and none forgotten, and both sides and the history agree', async () => {
    const said: string[] = []
    const { kills, broken, fills, duplicates, forgotten, exceeded, missing } = await soak({
      kills: 6,
      seed: 5,
      minutes: 1,
      // Patient with a busy machine: what is late here is late because of the others.
      args: ['--rate', '300', '--latency-ms', '20', '--silence-ms', '4000'],
      keep: false,
      say: (line) => said.push(line),
    })
    expect({ broken, said: broken.length > 0 ? said : [] }).toEqual({ broken: [], said: [] })
    expect([kills > 0, fills > 0]).toEqual([true, true])
    expect([duplicates, forgotten, exceeded, missing]).toEqual([0, 0, 0, 0])
  })
})
