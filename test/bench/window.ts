import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { execPath } from 'node:process'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { findChromium } from '../../scripts/setup/chromium.mjs'
import { thisMachine } from '../../scripts/setup/surroundings.mjs'
import { TSX } from './tsx.ts'
import { growthPercent } from './window/growth.ts'
import { startServing } from './window/host-process.ts'
import { MeasuredPage } from './window/measured-page.ts'
import type { Probed } from './window/probe.ts'
import { StallWatch } from './window/stall-watch.ts'
import type { Stretch } from './window/stalls.ts'
import { lengthWithout } from './window/stalls.ts'
import { writeWorkers } from './window/workers.ts'

/** A soak has ten heaps a minute apart; a short run has four, and its growth says little. */
const FULL = 10
const SHORT_HEAPS = 4
const USUAL_MINUTES = 1
/**
 * Until caches are full, of a full run and of a short one, in seconds: of one contract come 25
 * ticks a second, and a chart keeps 20,000 before it drops any.
 */
const WARM_UP = { full: 840, short: 15 }
const BUILDER = join(import.meta.dirname, 'window', 'build-process.ts')
const FLOOR_SECONDS = 10
const STAND_IN_SECONDS = 20
const PROFILE_SECONDS = 10
/** Milliseconds from which the browser calls a task a long one. */
const LONG = 50
/** Whoever measures a page that nobody looks at wants it painted all the same. */
const BROWSER_ARGS = [
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
]

/**
 * What the window costs at 5,000 ticks a second over 200 contracts, with the whole desk open.
 *
 * @param args `minutes=10` measures so long, 1 unless told; `profile=FILE` writes a profile of the
 * page's script instead of the heaps; `picture=FILE` shows what was measured; `stalls=watch` tells
 * what of the long tasks was the machine's.
 */
export async function benchWindow(args: readonly string[]): Promise<Record<string, number>> {
  const told = new Map(args.map((arg) => arg.split('=') as [string, string]))
  const chrome = findChromium(thisMachine())
  if (!chrome.there) throw new Error('there is no browser; run npm run setup')
  const folder = mkdtempSync(join(tmpdir(), 'gw-'))
  const page = join(folder, 'page')
  // Not in this process: half a gigabyte is left behind, and tidied up beside what is measured.
  execFileSync(execPath, [...TSX, BUILDER, page], { stdio: 'inherit' })
  writeWorkers(join(folder, 'workers'))
  const browser = await chromium.launch({
    executablePath: String(chrome.path),
    args: BROWSER_ARGS,
  })
  try {
    const window = await measureWindow(browser, [folder, page], told)
    const standIn = await measureStandIn(browser, [join(folder, 'stand-in'), page])
    return { ...window, standin_p95_ms: figure(standIn.p95), load: figure(loadavg()[0] ?? NaN) }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureWindow(
  browser: Browser,
  places: readonly string[],
  told: ReadonlyMap<string, string>,
): Promise<Record<string, number>> {
  const minutes = Number(told.get('minutes') ?? USUAL_MINUTES)
  const main = await startServing('main-process.ts', places)
  // Who watches draws on what is measured: in a long run, by a tenth of a processor.
  const watch = told.get('stalls') === 'watch' ? StallWatch.start() : undefined
  try {
    const page = await MeasuredPage.open(browser, main.link)
    await page.wait(minutes >= FULL ? WARM_UP.full : WARM_UP.short)
    const before = await floorOf(page)
    const profile = told.get('profile')
    await page.begin(true)
    // The first frame paints all that was left out for the floor: no desk does.
    await page.wait(1)
    await page.begin(true)
    const since = Date.now()
    const workedBefore = await page.worked()
    if (profile !== undefined) await page.profile(profile, PROFILE_SECONDS)
    const heaps = profile === undefined ? await soak(page, minutes) : []
    const probed = await page.read()
    const worked = (await page.worked()) - workedBefore
    const stalls = watch?.end()?.filter(({ from }) => from >= since)
    for (const task of probed.longTasks) console.error(`long task: ${toldOf(task, since, stalls)}`)
    const picture = told.get('picture')
    if (picture !== undefined) await page.picture(picture)
    const after = await floorOf(page)
    await page.close()
    return {
      ...figuresOf(probed, worked),
      ...stallsOf(probed, stalls),
      ...heapsOf(heaps),
      ...floors([before, after]),
    }
  } finally {
    watch?.end()
    await main.stop()
  }
}

/** Before and after what is measured, so that a machine that slows down is seen. */
async function floorOf(page: MeasuredPage): Promise<Probed> {
  await page.begin(false)
  await page.wait(FLOOR_SECONDS)
  return page.read()
}

/** Heaps at the end of equal stretches. */
async function soak(page: MeasuredPage, minutes: number): Promise<readonly number[]> {
  const count = minutes >= FULL ? Math.round(minutes) : SHORT_HEAPS
  const heaps: number[] = []
  while (heaps.length < count) {
    await page.wait((minutes * 60) / count)
    heaps.push(await page.heap())
    console.error(`heap ${heaps.length} of ${count}: ${figure(heaps.at(-1)! / 1e6)} MB`)
  }
  return heaps
}

async function measureStandIn(browser: Browser, places: readonly string[]): Promise<Probed> {
  const standIn = await startServing('stand-in-process.ts', places)
  try {
    const page = await MeasuredPage.open(browser, standIn.link)
    await page.wait(WARM_UP.short)
    await page.begin(true)
    await page.wait(STAND_IN_SECONDS)
    const probed = await page.read()
    await page.close()
    return probed
  } finally {
    await standIn.stop()
  }
}

function figuresOf(probed: Probed, worked: number): Record<string, number> {
  return {
    p50_ms: figure(probed.p50),
    p95_ms: figure(probed.p95),
    work_p50_ms: figure(probed.workP50),
    work_p95_ms: figure(probed.workP95),
    turn_p95_ms: figure(probed.turnP95),
    long_tasks: probed.longTasks.length,
    max_task_ms: figure(probed.longest),
    dropped_frames: probed.dropped,
    frames_per_second: figure(probed.paints / probed.seconds),
    ticks_per_second: figure(probed.quotes / probed.seconds),
    busy_pct: figure((worked / probed.seconds) * 100),
    clock_error_ms: figure(probed.clockError),
  }
}

/** How long a task was and when; without what was the machine's, where that was watched. */
function toldOf(task: Stretch, since: number, stalls: readonly Stretch[] | undefined): string {
  const own = stalls && `, of its own ${figure(lengthWithout(task, stalls))} ms`
  const after = figure((task.from - since) / 1000)
  return `${figure(task.until - task.from)} ms${own ?? ''}, after ${after} s`
}

/** What of the long tasks was the machine's; nothing where that was not watched. */
function stallsOf(
  { longTasks }: Probed,
  stalls: readonly Stretch[] | undefined,
): Record<string, number> {
  if (stalls === undefined) return {}
  const own = longTasks.map((task) => lengthWithout(task, stalls))
  return {
    own_long_tasks: own.filter((length) => length > LONG).length,
    stalls: stalls.length,
    stalled_ms: figure(stalls.reduce((sum, { from, until }) => sum + until - from, 0)),
  }
}

function heapsOf(heaps: readonly number[]): Record<string, number> {
  const growth = growthPercent(heaps)
  if (Number.isNaN(growth)) return {}
  return {
    heap_growth_pct: figure(growth),
    heaps: heaps.length,
    heap_mb: figure(heaps.at(-1)! / 1e6),
  }
}

function floors(all: readonly Probed[]): Record<string, number> {
  const mean = (values: readonly number[]): number =>
    figure(values.reduce((sum, value) => sum + value, 0) / values.length)
  return {
    floor_p50_ms: mean(all.map(({ p50 }) => p50)),
    floor_p95_ms: mean(all.map(({ p95 }) => p95)),
    floor_work_p95_ms: mean(all.map(({ workP95 }) => workP95)),
  }
}

function figure(value: number): number {
  return Math.round(value * 100) / 100
}
