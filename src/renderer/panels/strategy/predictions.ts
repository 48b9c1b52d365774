import { PredictionHistory } from '../../../core/desk/prediction-history.ts'
import { deskModel } from '../../desk/index.ts'

/** What the models answered lately, of every strategy. */
export const predictionsOf = deskModel((desk) => {
  const history = new PredictionHistory()
  desk.listen({
    onOpening: (replica) => {
      history.clear()
      for (const { source, prediction } of replica.thoughts.values()) {
        if (prediction !== undefined) history.take(source, prediction)
      }
    },
    onFact: (source, fact) => {
      if (fact.kind === 'prediction') history.take(source, fact)
    },
  })
  return history
})
