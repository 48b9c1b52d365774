import type { Doors, SpecHead } from '../../../src/core/contracts/worker-spec.ts'

/** What a process is told of itself, where nothing hangs on it; nobody's main is missed. */
export function headFixture(
  name: string,
  overrides: Partial<SpecHead> & { readonly doors: Doors },
): SpecHead {
  return {
    name,
    mode: 'simulated',
    profile: 'default',
    runId: '',
    version: '0',
    runtime: '',
    folder: '',
    resources: '',
    peers: {},
    keys: undefined,
    silenceMs: 1_000,
    orphanMs: null,
    ...overrides,
  }
}
