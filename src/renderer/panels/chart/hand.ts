/** A person's hand on wheel or pointer moves the view so long after, in milliseconds. */
const MOVES_FOR = 400

export interface HandParts {
  /** Whether it holds an order, and not the view. */
  readonly drags: () => boolean
  readonly touched: () => void
}

/** A person's hand on a chart: tells what a person moved from what came by itself. */
export class Hand {
  readonly #releases: (() => void)[] = []
  #at = -Infinity

  constructor(container: HTMLElement, { drags, touched }: HandParts) {
    for (const kind of ['wheel', 'pointermove', 'touchmove'] as const) {
      const listen = (event: Event): void => {
        touched()
        const moves = kind !== 'pointermove' || (event as PointerEvent).buttons > 0
        if (moves && !drags()) this.moves()
      }
      container.addEventListener(kind, listen, { capture: true, passive: true })
      this.#releases.push(() => container.removeEventListener(kind, listen, { capture: true }))
    }
  }

  /** A key that moves the view counts too. */
  moves(): void {
    this.#at = performance.now()
  }

  get isMoving(): boolean {
    return performance.now() - this.#at <= MOVES_FOR
  }

  close(): void {
    for (const release of this.#releases) release()
  }
}
