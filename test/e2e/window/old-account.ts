import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** What the window says of an old account when it first does, and how it looks then. */
export interface AccountSeen {
  bar: string
  panel: string
  italic: boolean
  title: string
  /** Whether heads of orders and fills, the strategy and the rate of quotes say it as well. */
  elsewhere: boolean
}

/** As it is first told: two seconds, or little more on a machine that is wanted elsewhere. */
export const OLD = expect.stringMatching(/^◷ [2-4]\.\ds$/) as string

/** How old the account is, as the top bar and its panel say; nothing while it is not. */
export function ageOfAccount(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    ['.bar-equity small', '.account-rows dt:has(span)'].map((place) => {
      const words = document.querySelector(place)?.textContent ?? 'none'
      return /◷.*|none/.exec(words)?.[0].trim() ?? ''
    }),
  )
}

export async function buyTitle(page: Page): Promise<string> {
  return (await page.getByRole('button', { name: /^BUY/ }).getAttribute('title')) ?? ''
}

/** From here on the page keeps what it says of the account. */
export async function watchAccount(page: Page): Promise<() => Promise<AccountSeen>> {
  await page.evaluate(() => {
    const seen: AccountSeen = { bar: '', panel: '', italic: false, title: '', elsewhere: false }
    Object.assign(globalThis, { seen })
    const words = (place: string): string =>
      /◷.*/.exec(document.querySelector(place)?.textContent ?? '')?.[0].trim() ?? ''
    const look = (): void => {
      if (seen.bar === '') seen.bar = words('.bar-equity small')
      if (seen.panel === '') seen.panel = words('.account-rows dt:has(span)')
      if (words('.bar-equity small') !== '' && words('.account-rows dt:has(span)') !== '') {
        const figures = ['.bar-equity b', '.account-rows dd span']
        seen.italic ||= figures.every((place) => {
          const figure = document.querySelector(place)
          return figure !== null && getComputedStyle(figure).fontStyle === 'italic'
        })
        const buy = document.querySelector<HTMLElement>('.ticket-side-buy[aria-disabled="true"]')
        seen.title ||= buy?.title ?? ''
        seen.elsewhere ||=
          [
            '.dock-tools[data-panel-kind="orders"] .old',
            '.dock-tools[data-panel-kind="fills"] .old',
            '[data-panel-kind="strategy"] .panel-state-disconnected',
          ].every((place) => document.querySelector(place) !== null) &&
          document.querySelector('.status-bar')?.textContent.includes('– ticks/s') === true
      }
      requestAnimationFrame(look)
    }
    look()
  })
  return () => page.evaluate(() => Reflect.get(globalThis, 'seen') as AccountSeen)
}
