/** Tables, and the panels that list. */
export const EN = {
  'table.above': '{count} new above',
  'table.menu': 'Menu of {table}',
  'table.copy': 'Copy rows',
  'table.copy-all': 'Copy all rows',
  'table.export': 'Export CSV',
  'table.table': 'Table',
  'table.mode': 'Mode',
  'table.account': 'Account',
} as const
