export type { CellWriter, Column } from './columns.ts'
export { PoolTable } from './pool-table.tsx'
export type { MenuItem } from './table-menu.tsx'
export type { EmptyWords, PoolTableProps, TableHandle } from './table-props.ts'
