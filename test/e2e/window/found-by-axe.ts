import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { project } from '../started-host.ts'

const AXE = readFileSync(join(project, 'node_modules/axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly impact: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[]
}

/** What axe finds, in the whole page or a part, that would keep somebody from using it. */
export async function foundByAxe(page: Page, part = 'html'): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const found = await page.evaluate(async (place) => {
    const { axe } = globalThis as unknown as {
      axe: { run: (place: string, how: unknown) => Promise<{ violations: Violation[] }> }
    }
    return (await axe.run(place, { resultTypes: ['violations'] })).violations
  }, part)
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id} (${nodes.length}): ${nodes[0]?.html.slice(0, 200)} ${nodes[0]?.failureSummary}`,
    )
}
