export { Canvas } from './canvas.tsx'
export type { Draw } from './canvas.tsx'
export { FINE, PanelState } from './panel-state.tsx'
export type { PanelCondition } from './panel-state.tsx'
export { PoolTable } from './pool-table/index.ts'
export type {
  CellWriter,
  Column,
  EmptyWords,
  MenuItem,
  PoolTableProps,
  TableHandle,
} from './pool-table/index.ts'
export { observeSize } from './sizes.ts'
export type { Size } from './sizes.ts'
export { Tag } from './tag.tsx'
export { usePainter } from './use-painter.ts'
export { useTexts } from './use-texts.ts'
export type { Texts } from './use-texts.ts'
