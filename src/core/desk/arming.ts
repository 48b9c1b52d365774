import type { Mode } from '../contracts/index.ts'

/**
 * Whether one click lets further clicks send orders. That is for paper money alone: orders with
 * real money ask for more than clicks, and replay and monitor take none by hand. Nor does a mode
 * that is not known yet.
 */
export function armsByClick(mode: Mode | undefined): boolean {
  switch (mode) {
    case 'simulated':
    case 'paper':
      return true
    case 'live':
    case 'replay':
    case 'monitor':
    case undefined:
      return false
  }
}
