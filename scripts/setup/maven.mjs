import { missing, there } from './finding.mjs'
import { findProgram } from './program.mjs'

/**
 * Maven fetches QuestDB; once that is there it is not needed.
 *
 * @param {import('./surroundings.mjs').Surroundings} surroundings
 */
export function findMaven(surroundings) {
  const path = findProgram(['mvn'], surroundings)
  return path === undefined ? missing('absent', 'install Maven') : there(path, path)
}
