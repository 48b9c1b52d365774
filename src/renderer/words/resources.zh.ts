import type { EN } from './details.en.ts'

type Key = Extract<
  keyof typeof EN,
  | `value.at.${string}`
  | `value.shape.${string}`
  | `value.side.${string}`
  | `detail.${'calendar' | 'product' | 'config.file' | 'model'}${string}`
>

/** What is wrong with the files of facts: the calendar, the products, a model and its manifest. */
export const RESOURCES: Readonly<Record<Key, string>> = {
  'value.at.the file': '文件',
  'value.at.the manifest': '清单',
  'value.shape.an object': '对象',
  'value.shape.a list': '列表',
  'value.shape.a text': '文本',
  'value.shape.true or false': ' true 或 false',
  'value.shape.a day as the number yyyymmdd': '形如 yyyymmdd 的日期数字',
  'value.shape.a month as yyyymm': '形如 yyyymm 的月份',
  'value.shape.a time of day such as "21:00"': '形如“21:00”的时刻',
  'value.shape.whole minutes': '整数分钟',
  'value.shape.above zero': '大于零的数',
  'value.shape.zero or more': '不小于零的数',
  'value.shape.a whole number above zero': '大于零的整数',
  'value.shape.a whole number': '整数',
  'value.shape.above 0 and up to 1': '大于 0 且不大于 1 的数',
  "value.shape.a product's code": '品种代码',
  'value.shape.a text, not empty': '非空文本',
  'value.shape.a finite number': '有限的数',
  'value.shape.a number above 0': '大于 0 的数',
  'value.shape.one row, [1, how many]': '一行，即 [1, 个数]',
  'value.shape.the name of a file beside the manifest, without a folder':
    '与清单同处的文件名，不含文件夹',
  'value.shape.64 hexadecimal digits in lower case': '64 位小写十六进制数字',
  'value.shape.a number or a text': '数字或文本',
  'value.side.input': '输入',
  'value.side.output': '输出',
  'value.side.binder': '监听方',
  'value.side.connector': '连接方',
  'detail.config.file/unreadable': '无法读取 {path}（{said}）：请放回该文件',
  'detail.config.file/json': '{path} 不是 JSON（{said}）：请放回随程序提供的文件',
  'detail.config.file/shape': '{at} 须为{shape}，却是 {value}',
  'detail.config.file/one-of': '{at} 须为 {names} 之一，却是 {value}',
  'detail.config.file/unknown-member': '{at} 有未知的成员“{member}”',
  'detail.config.file/lacks-member': '{at} 缺少“{member}”',
  'detail.config.file/fewest': '{at} 至少须有 {fewest} 项',
  'detail.config.file/pair': '{at} 须有 2 项',
  'detail.product.unknown/no-exchange': '未知 {symbol}：其中没有已知的交易所',
  'detail.product.unknown/built-in': '未知 {symbol}：内置市场交易 {names}',
  'detail.product.unknown/no-contract': '未知 {symbol}：{contract} 不是 {exchange} 的期货合约',
  'detail.product.unknown/no-product':
    '未知 {symbol}：resources/products.json 中没有 {product}；请在其中添加',
  'detail.product.unknown/renamed':
    '未知 {symbol}：resources/products.json 中没有 {product}（代码已改为 {became}）；请在其中添加',
  'detail.product.incomplete/no-session':
    '{day} 的 {product} 交易时段未知：请在 resources/products.json 中为其时段写更早的日期',
  'detail.product.incomplete/no-template':
    '{product} 使用时段模板 {template}，但 resources/calendar.json 中没有',
  'detail.product.incomplete/built-in': 'resources/products.json 缺少内置市场的品种：请恢复该文件',
  'detail.product.incomplete/file': '{path}：{fault}；请修正，或重新生成：npm run products',
  'detail.product.incomplete/twice': '{product} 出现两次',
  'detail.product.incomplete/fen': '{product} 的最小变动价位不是整分',
  'detail.calendar.uncovered/outside':
    '日历涵盖 {first} 至 {last}，{day} 在其外：请在 resources/calendar.json 中写入该年的工作日休市日，并更新其 last',
  'detail.calendar.incomplete/file': '{path}：{fault}；请修正，或重新生成：npm run calendar',
  'detail.calendar.incomplete/reversed': 'first（{first}）晚于 last（{last}）',
  'detail.calendar.incomplete/year': 'closedWeekdays 缺少 {year} 年',
  'detail.calendar.incomplete/no-day': 'closedWeekdays 的 {year} 年写有“{text}”，不是日期',
  'detail.calendar.incomplete/times': '时段模板 {template} 的时刻未按先后排列',
  'detail.model.missing/manifest': '无法读取模型清单 {path}（{said}）：请放回该文件',
  'detail.model.missing/named': '无法读取 {manifest} 所指的 {path}（{said}）：请放回该文件',
  'detail.model.manifest/json': '{path} 不是 JSON（{said}）：请恢复原来的清单',
  'detail.model.hash/differs':
    '{path} 的 sha256 为 {found}，{manifest} 写明 {wanted}：其一被改动；请恢复两者，或重新生成：npm run train',
  'detail.model.unreadable/onnx': '{path} 不是可在此运行的 ONNX 模型（{said}）：请重新导出',
  'detail.model.shape/features': '模型 {model} 得到 {count} 个特征，须为全部 {wanted} 个',
  'detail.model.output/closed': '模型 {model} 关闭后仍被询问',
  'detail.model.output/no-answer': '模型 {model} 没有给出结果（{said}）',
  'detail.model.output/count':
    '模型 {model} 不可用：其结果不是 {wanted} 个 32 位数，各须在 0 至 1 之间且总和为 1；请检查其最后一层及输入',
  'detail.model.output/probability':
    '模型 {model} 不可用：{label} 的概率为 {value}，须在 0 至 1 之间且总和为 1；请检查其最后一层及输入',
  'detail.model.output/sum':
    '模型 {model} 不可用：各概率之和为 {sum}，须在 0 至 1 之间且总和为 1；请检查其最后一层及输入',
  'detail.model.manifest/file': '{path}：{fault}；请修正，或重新生成模型：npm run train',
  'detail.model.manifest/feature': '{at} 须为本版本的特征之一（{names}），却是 {value}',
  'detail.model.manifest/twice': 'features 两次写有 {feature}',
  'detail.model.manifest/features': 'features 有 {count} 项，input.shape 容纳 {most} 项',
  'detail.model.manifest/normalisation': '{member} 有 {count} 项，特征却有 {wanted} 个',
  'detail.model.manifest/labels': 'labels 有 {count} 项，output.shape 容纳 {most} 项',
  'detail.model.manifest/order': 'labels 须依次为 {names}，却是 {found}',
  'detail.model.shape/network': '{path}：{fault}；请修正清单，或重新导出模型',
  'detail.model.shape/several': '网络有 {count} 个{side}（{names}），须为一个',
  'detail.model.shape/name': '清单的 {part}.name 为 {told}，网络中却名为 {found}',
  'detail.model.shape/no-tensor': '网络的{side}不是张量',
  'detail.model.shape/type': '网络的{side}为 {type}，须为 float32',
  'detail.model.shape/width': '清单的 {part}.shape 为 {told}，网络的却为 {found}',
}
