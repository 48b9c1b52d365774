import type { EN } from './strategy.en.ts'

export const ZH: Readonly<Record<keyof typeof EN, string>> = {
  'strategy.none': '没有运行中的策略：请在配置文件的 `strategies` 中添加。',
  'strategy.silent': '{name} 已 {age} 无响应；所示为当时状态。',
  'strategy.target': '目标仓位',
  'strategy.actual': '实际',
  'strategy.paused': '已暂停',
  'strategy.running': '运行中',
  'strategy.start': '启动',
  'strategy.pause': '暂停',
  'strategy.undecided': '尚未作出决定。',
  'strategy.last-decision': '最近决定',
  'strategy.why': '原因（当时所见）',
  'strategy.value': '数值',
  'strategy.parameters': '参数',
  'strategy.set': '设置',
  'strategy.number': '需要一个数字',
}
