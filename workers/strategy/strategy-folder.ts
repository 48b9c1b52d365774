import { join } from 'node:path'
import type { StrategySpec } from '../../src/core/contracts/worker-spec.ts'

/** A folder of its own among the instance's books: its epochs and lives. */
export function strategyFolder({ folder, name }: StrategySpec): string {
  return join(folder, name)
}
