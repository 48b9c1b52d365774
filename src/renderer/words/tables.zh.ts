import type { EN } from './tables.en.ts'

export const ZH: Readonly<Record<keyof typeof EN, string>> = {
  'table.above': '上方新增 {count} 条',
  'table.menu': '{table}菜单',
  'table.copy': '复制所选行',
  'table.copy-all': '复制全部',
  'table.export': '导出 CSV',
  'table.table': '表格',
  'table.mode': '模式',
  'table.account': '账户',
}
