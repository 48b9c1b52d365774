/** A table that is on the page, for a palette of commands. */
export interface OpenTable {
  readonly id: string
  /** In the language in force. */
  readonly label: string
  readonly exportCsv: () => void
}

const open = new Map<string, OpenTable>()

/** Tables on the page just now. */
export function openTables(): readonly OpenTable[] {
  return [...open.values()]
}

/** @returns what ends it. */
export function tellTable(table: OpenTable): () => void {
  open.set(table.id, table)
  return () => {
    if (open.get(table.id) === table) open.delete(table.id)
  }
}
