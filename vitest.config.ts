import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], testTimeout: number) => ({
  test: {
    name,
    include,
    testTimeout,
    hookTimeout: testTimeout,
    pool: 'forks' as const,
    // A second, the default, is short where a browser and eight processes share two cores.
    expect: { poll: { timeout: 20_000 } },
  },
})

export default defineConfig({
  test: {
    // Two even where there are two cores: much of a test's time is waiting for other processes.
    maxWorkers: 2,
    projects: [
      project(
        'unit',
        ['test/{core,adapters,main,renderer,workers,scripts,servers,replay}/**/*.test.ts'],
        60_000,
      ),
      project('contract', ['test/contract/**/*.test.ts'], 60_000),
      project('simulation', ['test/simulation/**/*.test.ts'], 240_000),
      project('e2e', ['test/{e2e,electron}/**/*.test.ts'], 120_000),
    ],
  },
})
