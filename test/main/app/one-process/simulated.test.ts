import { describe, expect, it } from 'vitest'
import { failure } from '../../../../src/core/contracts/index.ts'
import { failed } from '../../../../src/core/domain/index.ts'
import { handOf, prepareRun } from '../../../../src/main/app/one-process/index.ts'
import { createFailingDisk } from '../../../adapters/journal/failing-disk.ts'
import { temporaryFolder } from '../../../temporary-folder.ts'
import { createQuickClock, prepared, ran, settingsFixture, surroundings } from './run-fixture.ts'

describe('the built-in market', () => {
  it('goes on where the last start ended, gateway and exchange agreeing', async () => {
    const settings = settingsFixture({ data: temporaryFolder(), seconds: 60 })
    const first = await ran(await prepared(settings))
    const run = await prepared(settings)
    const recovered = run.assembly.recovered.text
    const [newest] = run.assembly.log.messages
    const second = await ran(run)
    expect([first.rows['state'], second.rows['state'], second.failures]).toEqual([
      'active',
      'active',
      [],
    ])
    const { position, balance } = first.rows
    expect(recovered).toMatch(/^recovered \d+ gateway and \d+ exchange records: /)
    expect(recovered?.endsWith(`: ${position}, balance ${balance}`)).toBe(true)
    expect(newest?.text).toBe(recovered)
    expect(Number.parseInt(first.rows['orders']!)).toBeGreaterThan(3)
  })

  it('trades the rule and the model, each on its own instrument', async () => {
    const run = await prepared(settingsFixture({ data: temporaryFolder(), seconds: 60 }))
    await ran(run)
    const { strategies, log } = run.assembly
    expect(strategies.map(({ owner, instrument }) => [owner, instrument.symbol])).toEqual([
      [1, 'SIM.cu'],
      [2, 'SIM.au'],
    ])
    const traded = new Set(log.fills.map(({ fill }) => `${fill.owner} in ${fill.instrument}`))
    expect([...traded].toSorted()).toEqual(['1 in 0', '2 in 1'])
  })

  it('counts profit and loss of a run from what the run found', async () => {
    const settings = settingsFixture({ data: temporaryFolder(), seconds: 60 })
    const amounts = []
    for (let life = 0; life < 3; life++) {
      const { rows } = await ran(await prepared(settings))
      amounts.push([rows['P&L']!, rows['balance']!].map(yuanOf))
    }
    const [[one, after = 0] = [], [two, later = 0] = [], [three, last = 0] = []] = amounts
    const rounded = (value: number): number => Math.round(value * 100) / 100
    expect([one, two, three]).toEqual([
      rounded(after - settings.cash),
      rounded(later - after),
      rounded(last - later),
    ])
  })

  it('ends without working orders', async () => {
    const strategies = [
      { id: 'patient', kind: 'imbalance', instruments: ['SIM.ag'], parameters: { style: 'join' } },
    ].map((each) => ({ ...each, model: undefined }))
    const data = temporaryFolder()
    const run = await prepared(settingsFixture({ data, seconds: 61, strategies, seed: 3 }))
    const { rows } = await ran(run)
    const { working } = run.assembly.gateway.state
    expect([working.flat(), Number.parseInt(rows['orders']!) > 0]).toEqual([[], true])
  })

  it('passes over the time in which the machine slept', async () => {
    const clock = createQuickClock()
    let slept = false
    const sleepy = {
      ...clock,
      now: () => clock.now() + (slept ? 3_600_000 : 0),
      sleep: async (milliseconds: number, stop: Parameters<typeof clock.sleep>[1]) => {
        await clock.sleep(milliseconds, stop)
        slept = clock.slept() > 500
      },
    }
    const data = temporaryFolder()
    const run = await prepared(
      settingsFixture({ data, seconds: 3605 }),
      surroundings({ clock: sleepy }),
    )
    await ran(run)
    const passed = (run.assembly.driver.now - run.startAt) / 1_000_000
    expect(passed).toSatisfy((seconds: number) => seconds > 4 && seconds < 7)
  })

  it('halts when its books cannot be written, and says so at the end', async () => {
    const disk = createFailingDisk()
    const settings = settingsFixture({ data: temporaryFolder(), seconds: 30 })
    const run = await prepared(settings, surroundings({ disk }))
    disk.failAfter(0, 'ENOSPC')
    disk.stayBroken()
    const { rows, failures } = await ran(run)
    expect([rows['state']?.slice(0, 7), rows['orders']]).toEqual(['halted:', '0 (0 cancels)'])
    expect(failures[0]).toMatchObject({
      code: 'journal.write',
      message: expect.stringContaining('ENOSPC, the disk is full') as string,
    })
    const again = await ran(await prepared(settings))
    expect([again.rows['state'], again.failures]).toEqual(['active', []])
  })

  it('reports a model that gives no answer, once', async () => {
    const refusal = failure('model.output', 'the model gave no answer')
    const model = {
      infer: () => Promise.resolve(failed(refusal)),
      close: () => Promise.resolve(),
    }
    const openModel = () => Promise.resolve({ ok: true, value: model as never } as const)
    const run = await prepared(
      settingsFixture({ data: temporaryFolder(), seconds: 5 }),
      surroundings({ openModel }),
    )
    expect((await ran(run)).failures).toEqual([refusal])
  })

  it('lets its folder go when a model is missing', async () => {
    const missing = failure('model.missing', 'x.json cannot be read')
    const settings = settingsFixture({ data: temporaryFolder(), seconds: 1 })
    const openModel = () => Promise.resolve(failed(missing))
    const refused = await prepareRun(settings, surroundings({ openModel }))
    const without = await ran(await prepared({ ...settings, noModel: true }))
    expect([refused, without.failures]).toEqual([failed(missing), []])
  })

  it('lets a person halt, and lift the halt', async () => {
    const run = await prepared(settingsFixture({ data: temporaryFolder(), seconds: 1 }))
    const { driver, gateway } = run.assembly
    driver.start(run.startAt)
    const hand = handOf(run.assembly, 'ann')
    const states = (['halt', 'accept', 'unlock', 'flatten'] as const).map((deed) => {
      hand?.(deed)
      const { state, cause, person } = gateway.state.trading
      return [state, cause, person]
    })
    await run.close()
    expect([states, driver.failure]).toEqual([
      [
        ['halted', 'person', 'ann'],
        ['halted', 'person', 'ann'],
        ['active', 'person', 'ann'],
        ['flattening', 'person', 'ann'],
      ],
      undefined,
    ])
  })
})

function yuanOf(text: string): number {
  return Number(text.replaceAll(',', '').split(' ')[0])
}
