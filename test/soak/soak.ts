import { setTimeout } from 'node:timers/promises'
import { seeded } from '../../src/core/domain/index.ts'
import type { Audit } from './audit.ts'
import { audit } from './audit.ts'
import { Deeds } from './deeds.ts'
import { keptFills } from './kept-fills.ts'
import { Place } from './place.ts'
import { readSides } from './read-sides.ts'
import { Torment } from './torment.ts'
import { Workstation } from './workstation.ts'

export interface SoakOptions {
  readonly kills: number
  readonly seed: number
  /** Ends before all kills were done. */
  readonly minutes: number
  /** Further arguments of the program. */
  readonly args: readonly string[]
  /** Keeps the folder for a person to look at. */
  readonly keep: boolean
  readonly say: (line: string) => void
}

/** What a soak did, and every promise that it found broken. */
export interface Soaked {
  readonly kills: number
  readonly stops: number
  readonly orders: number
  readonly fills: number
  readonly unsent: number
  readonly rejected: number
  readonly duplicates: number
  readonly forgotten: number
  readonly exceeded: number
  /** Fills that the history lacks, or has and the journal does not. */
  readonly missing: number
  /** Ends of processes that nobody asked for. */
  readonly unasked: number
  readonly stalled: number
  /** Starts that it took beyond the last to have both sides agree. */
  readonly settlingStarts: number
  readonly recoverMs: Readonly<Record<string, { readonly count: number; readonly worst: number }>>
  readonly states: Readonly<Record<string, number>>
  readonly seconds: number
  readonly broken: readonly string[]
}

const LOOK_EVERY = 50
/** A second deed while the first is being recovered from. */
const AT_ONCE = 0.4
/** Whoever takes so long, in ms, is worth a look at what main said. */
const SLOW = 8000
const MOST_SETTLING_STARTS = 2

/** Torments a workstation, lets it come to rest, and holds its books against each other. */
export async function soak(options: SoakOptions): Promise<Soaked> {
  const begun = performance.now()
  const place = new Place()
  const station = new Workstation(place, options.args)
  const done = new Map<string, number>()
  const recoveries = new Map<string, number[]>()
  const broken: string[] = []
  const random = seeded(options.seed)
  const deeds = new Deeds(random)
  const torment = new Torment(station, (name) => deeds.ended(name, performance.now()))
  const looking = setInterval(() => torment.look(), LOOK_EVERY)
  const count = (kind: string): number =>
    [...done].reduce((sum, [key, times]) => sum + (key.startsWith(kind) ? times : 0), 0)
  let settlingStarts = -1
  let books: Audit | undefined
  let missing: readonly string[] = []

  const act = async (): Promise<string | undefined> => {
    const deed = deeds.next(performance.now())
    if (deed === undefined || !(await torment.do(deed))) return undefined
    const key = `${deed.kind} ${deed.whom}`
    done.set(key, (done.get(key) ?? 0) + 1)
    return key
  }
  // A test that takes too long, or a person who has enough, ends this process.
  const leave = (): void => station.kill()
  process.once('exit', leave)
  try {
    station.start()
    await station.ready()
    const deadline = begun + options.minutes * 60_000
    while (count('kill') < options.kills && performance.now() < deadline) {
      await setTimeout(random.next() * (random.next() < 0.4 ? 100 : 900))
      const key = await act()
      if (key === undefined) {
        await setTimeout(LOOK_EVERY)
        continue
      }
      let second: string | undefined
      if (random.next() < AT_ONCE) {
        await setTimeout(random.next() * 1000)
        second = await act()
      }
      const took = await station.ready()
      const name = second === undefined ? key : 'two at once'
      recoveries.set(name, [...(recoveries.get(name) ?? []), took])
      await station.more('run.fills')
      const number = `${count('kill')} kills, ${count('stop')} stops`
      const words = [key, ...(second === undefined ? [] : [second])].join(', then ')
      options.say(`${number}: ${words}: ready after ${Math.round(took)} ms`)
      if (took > SLOW) options.say(station.said.slice(-2000))
    }
    clearInterval(looking)
    do {
      if (settlingStarts >= 0) {
        station.start()
        await station.ready()
        await station.more('run.fills')
      }
      settlingStarts++
      const code = await quit(station, broken)
      if (code !== 0) broken.push(`main ended with ${code}: ${station.said.slice(-2000)}`)
      books = audit(readSides(place))
      missing = difference(books.fillKeys, await keptFills(place))
      if (agree(books)) break
      options.say(
        `not at rest yet: ${[...books.differences, ...books.forgotten].slice(0, 5).join('; ')}`,
      )
    } while (settlingStarts < MOST_SETTLING_STARTS)
  } catch (error) {
    broken.push(error instanceof Error ? error.message : String(error))
  } finally {
    clearInterval(looking)
    process.off('exit', leave)
    await station.clear()
  }
  if (books !== undefined) {
    const { duplicates, forgotten, exceeded, differences } = books
    broken.push(...duplicates, ...forgotten, ...exceeded, ...differences, ...missing)
  }
  for (const { name, words } of torment.unasked) {
    options.say(`${name} ended unasked:`)
    for (const line of words) options.say(`  ${line}`)
  }
  for (const [key, times] of [...done].toSorted(byName)) options.say(`${key}: ${times}`)
  if (options.keep || broken.length > 0) options.say(`kept: ${place.path}`)
  else place.remove()
  return {
    kills: count('kill'),
    stops: count('stop'),
    orders: books?.orders ?? NaN,
    fills: books?.fills ?? NaN,
    unsent: books?.unsent ?? NaN,
    rejected: books?.rejected ?? NaN,
    duplicates: books?.duplicates.length ?? NaN,
    forgotten: books?.forgotten.length ?? NaN,
    exceeded: books?.exceeded.length ?? NaN,
    missing: missing.length,
    unasked: torment.unasked.length,
    stalled: torment.stalled,
    settlingStarts,
    recoverMs: Object.fromEntries(
      [...recoveries]
        .toSorted(byName)
        .map(([name, times]) => [
          name,
          { count: times.length, worst: Math.round(Math.max(...times)) },
        ]),
    ),
    states: Object.fromEntries(station.hearing.states),
    seconds: Math.round((performance.now() - begun) / 1000),
    broken,
  }
}

async function quit(station: Workstation, broken: string[]): Promise<number | null> {
  const code = await station.quit()
  const living = station.living()
  const left = station.place.leftovers()
  if (living.length > 0) broken.push(`still runs after the end: ${living.join(', ')}`)
  if (left.length > 0) broken.push(`still lies in the runtime folder: ${left.join(', ')}`)
  return code
}

function agree({ differences, forgotten }: Audit): boolean {
  return differences.length === 0 && forgotten.length === 0
}

function difference(journal: readonly string[], history: readonly string[]): readonly string[] {
  const [ours, kept] = [new Set(journal), new Set(history)]
  const twice = history.length - kept.size
  return [
    ...[...ours].filter((key) => !kept.has(key)).map((key) => `history lacks fill ${key}`),
    ...[...kept].filter((key) => !ours.has(key)).map((key) => `history alone has fill ${key}`),
    ...(twice > 0 ? [`history has ${twice} fills twice`] : []),
  ]
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1
}
