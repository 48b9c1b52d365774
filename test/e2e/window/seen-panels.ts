import type { Page } from 'playwright-core'

/** The panel with the focus. */
export const focusedPanel = (page: Page) =>
  page.evaluate(() => document.activeElement?.closest('[data-panel]')?.getAttribute('data-panel'))

/** The panels that can be seen, as they stand in the page. */
export const seenPanels = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.dock-panel')]
      .filter((panel) => panel.offsetParent !== null)
      .map((panel) => panel.dataset['panel']),
  )
