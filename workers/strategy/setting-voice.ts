import type { Station } from '../../src/adapters/station/index.ts'
import type {
  HealthFact,
  Saying,
  SettingFact,
  SnapshotFact,
} from '../../src/core/contracts/index.ts'
import type { Micros, OwnerId } from '../../src/core/domain/index.ts'
import { FEATURE_NAMES } from '../../src/core/engine/features/index.ts'
import type { Model } from '../../src/core/ports/index.ts'
import type { SettingBook } from './setting-book.ts'

/** Letters of a model's hash that tell it from others. */
const HASH_SHOWN = 8

export interface SettingVoiceParts {
  readonly station: Station
  /** Which of the strategies it is. */
  readonly kind: string
  readonly model: Model | undefined
  readonly book: SettingBook
  /** Undefined while the gateway did not tell. */
  readonly owner: () => OwnerId | undefined
  readonly stamp: () => Micros
}

/**
 * Says how a strategy is set: when it begins, whenever that changes, and to those who come late.
 */
export class SettingVoice {
  readonly #parts: SettingVoiceParts
  #news: readonly HealthFact[] = []
  #last: SettingFact | undefined

  constructor(parts: SettingVoiceParts) {
    this.#parts = parts
  }

  /** For those who come late; what is told of the beginning is told again, with its own stamp. */
  get standing(): SnapshotFact['facts'] {
    return this.#last === undefined ? [] : [this.#last, ...this.#news]
  }

  /** Once the owner is known: how it is set, and what there is to tell of that. */
  begin(): void {
    const { station, book, stamp } = this.#parts
    this.changed('', undefined)
    this.#news = book.news.map((news) => ({ kind: 'health', at: stamp(), ...news }))
    for (const fact of this.#news) station.writer.publish(fact)
  }

  changed(person: string, change: Saying | undefined): void {
    const { station, kind, model, book, owner, stamp } = this.#parts
    const known = owner()
    if (known === undefined) return
    this.#last = {
      kind: 'setting',
      at: stamp(),
      owner: known,
      strategy: kind,
      model: model === undefined ? '' : nameOf(model),
      paused: book.pausedBy !== '',
      parameters: book.parameters,
      features: FEATURE_NAMES,
      labels: model?.manifest.labels ?? [],
      person,
      change,
    }
    station.writer.publish(this.#last)
  }
}

function nameOf({ manifest }: Model): string {
  return `${manifest.name}@${manifest.sha256.slice(0, HASH_SHOWN)}`
}
