import type { EN } from './details.en.ts'

type Key = Extract<keyof typeof EN, `detail.recording.${string}`>

/** Why a recorded file, or a row of one, is not read. */
export const RECORDINGS: Readonly<Record<Key, string>> = {
  'detail.recording.unreadable/disk': '{path}：无法读取（{error}）。请检查路径与权限。',
  'detail.recording.unreadable/gzip':
    '{path}：gzip 已损坏（{error}）；从中读出的行不可信。请重新复制文件。',
  'detail.recording.truncated/gzip':
    '{path}：gzip 未到结尾即中断；中断前的完整行均已读取。请重新复制文件。',
  'detail.recording.foreign/line':
    '{path}：有一行超过 {bytes} 字节，不是录制行情文件。请勿包含此文件。',
  'detail.recording.foreign/columns':
    '{path} 第 1 行：已知格式（{formats}）都没有这 {count} 列 {columns}。请提供已知格式的文件，或勿包含此文件。',
  'detail.recording.foreign/nearest':
    '{path} 第 1 行：已知格式（{formats}）都没有这 {count} 列 {columns}。最接近 {format}：缺少的列：{missing}，多出的列：{besides}。请提供已知格式的文件，或勿包含此文件。',
  'detail.recording.foreign/none':
    '在 {paths} 中未找到录制行情。请提供录制文件或其文件夹；不搜索其中的子文件夹。',
  'detail.recording.foreign/none-but':
    '在 {paths} 中未找到录制行情。请提供录制文件或其文件夹；不搜索其中的子文件夹。第一个被略去的文件：{fault}',
  'detail.recording.foreign/no-quote': '在 {paths} 中未找到可读取的行情：请提供其他录制文件',
  'detail.recording.symbol/by': '{path}：按{where}，{fault}',
  'detail.recording.symbol/clash':
    '{path}：按{where}，合约为 {symbol}，按{otherWhere}，却为 {otherSymbol}。请更正有误的一方。',
  'detail.recording.symbol/untold':
    '{path}：无从得知合约。请在文件名中写明 EXCHANGE.code，如 SHFE.cu2010.csv.gz，或使用 --symbol。',
  'detail.recording.symbol/twice': '{path}：{symbol} 已来自 {earlier}。每个合约请只提供一个文件。',
  'detail.recording.symbol/exchange': '交易所为“{text}”，不属于 {names}。请更正该列。',
  'detail.recording.symbol/none-of': '代码“{text}”无法识别：{exchange} 不属于 {names}',
  'detail.recording.symbol/two-exchanges':
    '代码“{text}”无法识别：其中写明 {exchange}，文件名却写明 {otherExchange}；请更改文件名',
  'detail.recording.symbol/built-in': '代码“{text}”无法识别：内置市场有 {names}',
  'detail.recording.symbol/no-contract': '代码“{text}”无法识别：不是如 SHFE.cu2010 的期货合约',
  'detail.recording.symbol/no-product':
    '代码“{text}”无法识别：没有代码为 {product} 的品种；请写明 EXCHANGE.code',
  'detail.recording.symbol/several': '代码“{text}”无法识别：{names} 均符合；请写明 EXCHANGE.code',
  'detail.recording.symbol/digits':
    '代码“{text}”无法识别：{exchange} 的合约须写四位数字，如 cu2010',
  'detail.recording.number/row': '{path} 第 {line} 行：{fault}该行已略去。',
  'detail.recording.number/rows':
    '{path} 第 {line} 行：{fault}该行及至第 {last} 行的另外 {more} 行已略去。',
  'detail.recording.symbol/row': '{path} 第 {line} 行：{fault}该行已略去。',
  'detail.recording.symbol/rows':
    '{path} 第 {line} 行：{fault}该行及至第 {last} 行的另外 {more} 行已略去。',
  'detail.recording.backward/row': '{path} 第 {line} 行：{fault}该行已略去。',
  'detail.recording.backward/rows':
    '{path} 第 {line} 行：{fault}该行及至第 {last} 行的另外 {more} 行已略去。',
  'detail.recording.duplicate/row': '{path} 第 {line} 行：{fault}该行已略去。',
  'detail.recording.duplicate/rows':
    '{path} 第 {line} 行：{fault}该行及至第 {last} 行的另外 {more} 行已略去。',
  'detail.recording.crossed/row': '{path} 第 {line} 行：{fault}该行已略去。',
  'detail.recording.crossed/rows':
    '{path} 第 {line} 行：{fault}该行及至第 {last} 行的另外 {more} 行已略去。',
  'detail.recording.number/columns': '该行有 {columns} 列，表头有 {wanted} 列；请补全或删除。',
  'detail.recording.number/cell': '{column} 为“{text}”，该列不能容纳；请更正或删除该行。',
  'detail.recording.number/unpriced': '盘口有一档有手数而无价格；请补上价格或清空该档。',
  'detail.recording.symbol/other':
    '{column} 为“{text}”，其他行为“{wanted}”；每个文件请只含一个合约。',
  'detail.recording.backward/time': '该行时间早于上一行；请按时间排序文件。',
  'detail.recording.duplicate/equal': '该行与上一行相同；请删除。',
  'detail.recording.crossed/book': '盘口交叉，或某档不劣于前一档；请重新录制或删除该行。',
}
