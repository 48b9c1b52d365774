import { expect, it } from 'vitest'
import { openQuestions } from '../../../../src/main/app/questions/index.ts'
import { openReplica } from '../../../../src/main/app/replica/index.ts'
import { isFresh } from '../../../../src/core/replica/index.ts'
import { until } from '../../../until.ts'
import { startWorkers } from '../replica/workers-fixture.ts'

it('asks the history process of the instance, and is refused once that is gone', async () => {
  const { main, stations, sources } = await startWorkers()
  const { replica } = openReplica(main, sources)
  const questions = openQuestions(main, replica)
  const { mode, profile, runId } = main.spec
  const tape = { mode, profile, runId }
  const asked = { kind: 'positions', tape } as const
  await until(() => isFresh(replica.sources.get('history')!.standing))
  await until(async () => (await questions.ask(asked)).ok)
  await stations.get('history')!.quit('the test wants it')
  await until(() => replica.sources.get('history')!.standing.silent)
  expect(await questions.ask(asked)).toEqual({
    ok: false,
    error: { code: 'worker.lost', message: 'history is silent: nothing was asked' },
  })
})
