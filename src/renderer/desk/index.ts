export { isOver } from '../../core/desk/budgets.ts'
export { CommandBook } from './command-book.ts'
export type { AskName, SentCommand } from './command-book.ts'
export { Desk, QUIET_LINE } from './desk.ts'
export { deskModel } from './desk-model.ts'
export type { DeskListener } from './desk.ts'
export { FirstPrices } from './first-prices.ts'
export { Focus, LETTERS } from './focus.ts'
export type { Letter, Links } from './focus.ts'
export type { Undrawn } from './frame-load.ts'
export { Frames } from './frames.ts'
export type { FrameParts, FrameWatcher, Painter, Patience } from './frames.ts'
export type { Measured } from './measures.ts'
export { faded, readPalette } from './palette.ts'
export type { Palette } from './palette.ts'
export { Revisions } from './revisions.ts'
export { Shedding } from './shedding.ts'
export { SLICES, slicesOf } from './slices.ts'
export type { Slice } from './slices.ts'
export { tilePattern } from './tile-pattern.ts'
export { useLinkedInstrument } from './use-linked-instrument.ts'
export { useSelected } from './use-selected.ts'
export {
  WindowProvider,
  useDesk,
  useLinked,
  usePreference,
  useSlice,
  useWindow,
  useWords,
} from './window-context.ts'
export type { WindowContext } from './window-context.ts'
