import { callOut } from '../call-out.ts'

/** Work for later, done in the order in which it was given. */
export interface Turns {
  later(work: () => void): void
}

/** Work of one turn of the event loop is done in the next; what that gives is for the one after. */
export function createTurns(): Turns {
  let waiting: (() => void)[] = []
  const turn = (): void => {
    const work = waiting
    waiting = []
    for (const task of work) callOut(task)
  }
  return {
    later: (work) => {
      if (waiting.push(work) === 1) setImmediate(turn)
    },
  }
}
