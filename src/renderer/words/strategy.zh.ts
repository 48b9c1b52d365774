import type { EN } from './strategy.en.ts'

export const ZH: Readonly<Record<keyof typeof EN, string>> = {
  'strategy.none': '没有运行中的策略：请在配置文件的“strategies”中添加。',
  'strategy.silent': '{name} 已 {age} 无响应；所示为当时状态。',
  'strategy.target': '目标仓位',
  'strategy.actual': '实际',
  'strategy.paused': '已暂停',
  'strategy.running': '运行中',
  'strategy.start': '启动',
  'strategy.pause': '暂停',
  'strategy.undecided': '尚未作出决定。',
  'strategy.last-decision': '最近决定',
  'strategy.why': '原因：{at} 的决定',
  'strategy.why-model': '为何{label} {base} %，{at}',
  'strategy.why-rule': '为何目标 {base}，{at}',
  'strategy.label-up': '上涨',
  'strategy.label-down': '下跌',
  'strategy.label-flat': '持平',
  'strategy.feature': '特征',
  'strategy.push': '贡献',
  'strategy.push-lots': '贡献 手',
  'strategy.push-points': '贡献 百分点',
  'strategy.push-of-model':
    '贡献：仅将该特征设为训练均值时，{label} 的概率（{base} %）会减少多少个百分点。各项贡献不必相加为总量；– 表示未使用。',
  'strategy.push-of-rule':
    '贡献：仅将该特征设为 0 时，目标仓位（{base} 手）会减少多少。各项贡献不必相加为总量；– 表示未使用。',
  'strategy.push-none': '尚无贡献：在决定之后、有窗口查看时才计算，回放中不计算。',
  'strategy.value': '数值',
  'strategy.parameters': '参数',
  'strategy.set': '设置',
  'strategy.number': '需要一个数字',
}
