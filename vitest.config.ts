import { defineConfig } from 'vitest/config'
import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/** Files that take longest and are short to read: begun last, they would keep one worker alone. */
const LONGEST = ['test/electron/faults.test.ts', 'test/e2e/processes.test.ts']

/** On a fresh clone nothing is known of how long files take, and their length is taken for it. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONGEST.findIndex((name) => moduleId.replaceAll('\\', '/').endsWith(name))
      return found < 0 ? LONGEST.length : found
    }
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}

const project = (name: string, include: string[], testTimeout: number, isolate = true) => ({
  test: {
    name,
    include,
    isolate,
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
    sequence: { sequencer: LongestFirst },
    projects: [
      // What is pure leaves nothing behind, and need not be loaded anew for every file.
      project('unit-pure', ['test/{core,renderer}/**/*.test.ts'], 60_000, false),
      project('unit', ['test/{adapters,main,workers,scripts,servers,replay}/**/*.test.ts'], 60_000),
      project('contract', ['test/contract/**/*.test.ts'], 60_000),
      project('simulation', ['test/simulation/**/*.test.ts'], 240_000),
      // Longer than what a test waits for, so that a failure says what it waited for.
      project('e2e', ['test/{e2e,electron}/**/*.test.ts'], 240_000),
    ],
  },
})
