/** What the window may take, 95 of 100 times: milliseconds. What takes longer is told in amber. */
const BUDGETS = {
  /** All work of a frame, so that sixty of them fit into a second. */
  frameWork: 16.7,
  /** From the gateway's word of a quote to the frame that shows it. */
  stampToPaint: 33,
} as const

/** @param millis NaN where nothing was measured yet, which is no fault. */
export function isOver(budget: keyof typeof BUDGETS, millis: number): boolean {
  return millis > BUDGETS[budget]
}
