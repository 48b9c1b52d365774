import type { Failure, Saying } from '../../src/core/contracts/index.ts'
import { saying, sayingOf } from '../../src/core/contracts/index.ts'
import type { Result } from '../../src/core/domain/index.ts'
import { failed, ok } from '../../src/core/domain/index.ts'
import type { Parameters, StrategyDefinition } from '../../src/core/strategies/index.ts'
import { checkParameters } from '../../src/core/strategies/index.ts'
import { changesOf } from './setting-words.ts'
import type { KeptSetting } from './setting-file.ts'
import { keepSetting, readKept, setAside } from './setting-file.ts'

/** Pauses a strategy of which nobody can tell any more whether a person had. */
const PRECAUTION = 'precaution'

export interface SettingBookParts {
  /** The strategy's id, for people. */
  readonly id: string
  readonly definition: StrategyDefinition
  /** Complete, as the config has them. */
  readonly configured: Parameters
  /** The strategy's own; undefined where nothing is kept and nothing read, as in a replay. */
  readonly folder: string | undefined
  /** Number of this life, to name a file after that is set aside. */
  readonly life: number
}

/** Something to tell a person at the beginning. */
export interface SettingNews {
  readonly ok: boolean
  readonly saying: Saying
}

/** How a strategy is set: by the config, and by persons since. What they changed outlives it. */
export class SettingBook {
  parameters: Parameters
  /** Who paused it; empty where it is not paused. */
  pausedBy = ''
  readonly news: readonly SettingNews[]
  readonly #parts: SettingBookParts
  #setBy = ''

  constructor(parts: SettingBookParts) {
    this.#parts = parts
    this.parameters = parts.configured
    this.news = this.#read()
  }

  /** @param parameters complete and checked. @returns why that will not outlive this process. */
  setParameters(parameters: Parameters, person: string): Failure | undefined {
    this.parameters = parameters
    this.#setBy = person
    return this.#keep()
  }

  pause(person: string): Failure | undefined {
    this.pausedBy = person
    return this.#keep()
  }

  resume(): Failure | undefined {
    this.pausedBy = ''
    return this.#keep()
  }

  #keep(): Failure | undefined {
    const { folder, definition, configured } = this.#parts
    if (folder === undefined) return undefined
    const changed = Object.entries(this.parameters).filter(
      ([name, value]) => configured[name] !== value,
    )
    return keepSetting(folder, {
      kind: definition.kind,
      configured,
      parameters: Object.fromEntries(changed),
      setBy: this.#setBy,
      pausedBy: this.pausedBy,
    })
  }

  #read(): readonly SettingNews[] {
    const { folder } = this.#parts
    if (folder === undefined) return []
    const kept = readKept(folder)
    const taken = kept.ok ? this.#take(kept.value) : kept
    if (taken.ok) return taken.value
    return [{ ok: false, saying: this.#beCareful(folder, taken.error) }]
  }

  /** @returns what a person is told; fails with why these cannot be. */
  #take(kept: KeptSetting | undefined): Result<readonly SettingNews[], Saying> {
    if (kept === undefined) return ok([])
    const { id, definition, configured } = this.#parts
    const { parameters, setBy, pausedBy } = kept
    const told: SettingNews[] = []
    if (Object.keys(parameters).length > 0 && isOf(kept, definition.kind, configured)) {
      const checked = checkParameters(definition, { ...configured, ...parameters })
      if (!checked.ok) return failed(sayingOf(checked.error))
      this.parameters = checked.value
      this.#setBy = setBy
      const changes = changesOf(configured, checked.value)
      const values = { strategy: id, person: setBy, changes }
      told.push({ ok: true, saying: saying('strategy.goes-on', values) })
    } else if (Object.keys(parameters).length > 0) {
      const names = Object.keys(parameters).join(', ')
      const values = { strategy: id, person: setBy, names }
      told.push({ ok: true, saying: saying('strategy.config-newer', values) })
    }
    this.pausedBy = pausedBy
    if (pausedBy !== '') {
      const still = saying('strategy.still-paused', { strategy: id, person: pausedBy })
      told.push({ ok: true, saying: still })
    }
    return ok(told)
  }

  /** What could not be read or taken is set aside, and nothing is traded until a person looked. */
  #beCareful(folder: string, trouble: Saying): Saying {
    const aside = setAside(folder, this.#parts.life)
    this.pausedBy = PRECAUTION
    const kept = this.#keep()
    const values = { trouble, strategy: this.#parts.id }
    if (kept !== undefined) {
      return saying('strategy.setting-stays', { ...values, failure: sayingOf(kept) })
    }
    if (aside === undefined) return saying('strategy.setting-lost', values)
    return saying('strategy.setting-aside', { ...values, file: aside })
  }
}

function isOf(kept: KeptSetting, kind: string, configured: Parameters): boolean {
  const names = Object.keys({ ...kept.configured, ...configured })
  return kept.kind === kind && names.every((name) => kept.configured[name] === configured[name])
}
