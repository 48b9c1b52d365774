import type { EN } from './details.en.ts'

type Key = Extract<
  keyof typeof EN,
  `detail.${'journal.' | 'codec.' | 'bus.' | 'instance.' | 'web.shape/'}${string}`
>

/** What to do about seals that a journal does not keep. */
const LOOK =
  '未作任何修复，封存从新的起点继续。请将日志与副本及交易所账目比对；移走封存文件之前，此提示一直保留'

/** What to do about a journal that is damaged in its middle. */
const MEND =
  '未作任何更改。请从副本恢复日志文件夹；若不用它而继续，请移走该文件夹，重新启动，并采用交易所报告的持仓'

const NOT_READ = '{file} 偏移 {offset} 处的一组，第 {record} 条记录：{fault}'
const COPY = '请从副本恢复'
const TWICE = `${COPY}；若删除它，委托编号会重复`
const QUIT = '请先退出它，或以 --profile NAME 交易另一账户'
const PAIR = '请用 createCurveKeys 为双方各生成一对'
const OWN = '请选用自己的、权限为 700 的运行文件夹'

/** Why a process cannot begin or go on: its journal, its folder, its lines to the others. */
export const PROCESSES: Readonly<Record<Key, string>> = {
  'detail.journal.write/until-restart': '日志无法写入；可写后请重新启动',
  'detail.journal.write/disk': '{path} 无法{doing}（{reason}）。{mend}，然后重新启动',
  'detail.journal.write/left': '{fault}。该组已写入的部分无法收回：下次启动时可能被读到',
  'detail.journal.write/closed': '{folder} 中的日志已关闭；请重新打开',
  'detail.journal.open/disk': '{path} 无法{doing}（{reason}）。{mend}，然后重新启动',
  'detail.journal.open/already': '{folder} 中的日志已被打开：请先关闭再打开',
  'detail.journal.corrupt/no-segment': `{file} 的开头不是日志段。${MEND}`,
  'detail.journal.corrupt/head': `{file} 的头部已损坏，偏移 0。${MEND}`,
  'detail.journal.corrupt/renamed': `{file} 含第 {found} 段，而非第 {wanted} 段：已被改名。${MEND}`,
  'detail.journal.corrupt/missing': `{file} 之前缺第 {segment} 段。${MEND}`,
  'detail.journal.corrupt/middle': `{file} 在偏移 {offset} 处损坏，该处应为第 {record} 条记录：其后还有完整记录。${MEND}`,
  'detail.journal.corrupt/contradiction':
    '{folder} 中的日志自相矛盾（{error}）：请从副本恢复该文件夹，或以 --profile NAME 另开账户',
  'detail.journal.version/other':
    '{file} 由日志版本 {found} 写成，本程序读取版本 {wanted}：请用写入它的程序或更新的程序启动',
  'detail.journal.torn/end':
    '{file} 的末尾不完整，已在偏移 {offset} 处截断：之前的 {kept} 条记录保留。因崩溃中断的写入从未生效；请与交易所账目核对',
  'detail.journal.torn/stray':
    '{file} 未用的末尾自偏移 {offset} 起有杂散字节，已清除；不缺任何记录。请检查磁盘',
  'detail.journal.broken/records': `{folder} 中日志的第 {from} 至 {until} 条记录与封存时不同：已被改动。${LOOK}`,
  'detail.journal.lost/records': `{folder} 中的日志曾有 {until} 条已封存的记录，第 {found} 条之后的已丢失。${LOOK}`,
  'detail.journal.seals/disk': '{path} 无法{doing}（{reason}）。{mend}；在此之前不封存，会再次尝试',
  'detail.journal.seals/unreadable': `{file} 中有一行不是封存记录，或已被改动：第 {after} 条记录之后不再有凭据。${LOOK}`,
  'detail.journal.seals/torn':
    '{file} 的最后一行不完整，已截去：因崩溃中断。其所封存的内容会重新封存',
  'detail.journal.seals/anew':
    '{folder} 中的日志已不是封存至第 {until} 条记录的那一份：封存链随之重新开始',
  'detail.codec.shape/short': '消息至少 5 字节，此条 {bytes} 字节',
  'detail.codec.shape/no-version': '通信格式没有版本 0',
  'detail.codec.shape/unreadable': '消息无法读取：{said}',
  'detail.codec.shape/record': NOT_READ,
  'detail.codec.version/newer':
    '消息由通信格式版本 {found} 写成，本程序最高读取版本 {wanted}：请更新本程序',
  'detail.codec.version/record': NOT_READ,
  'detail.codec.kind/unknown':
    '消息类型为 {number}，通信格式版本 {version} 在此没有该类型：它来自另一程序，或送错了地方',
  'detail.codec.kind/record': NOT_READ,
  'detail.codec.shape/no-window': '主进程发来的消息不属于任何窗口',
  'detail.codec.shape/of-nothing': '收到变化，却没有其所依据的内容',
  'detail.codec.shape/elsewhere': '主进程从本页面未到过之处继续',
  'detail.codec.shape/apart': '主进程告知的内容互不相符：{said}',
  'detail.web.shape/text': '请求须为文本',
  'detail.web.shape/too-large': '请求过大',
  'detail.web.shape/too-many': '请求过多',
  'detail.web.shape/unread': '一再请求而不读取答复',
  'detail.bus.lost/frames': '第 {last} 帧之后收到第 {number} 帧：正在询问缺少的内容',
  'detail.bus.lost/no-answer': '主进程已 {seconds} 秒不应答',
  'detail.bus.lost/silent': '主进程已 {seconds} 秒无响应',
  'detail.bus.lost/no-workstation': '工作站不应答',
  'detail.bus.lost/full': '工作站不再接受更多窗口',
  'detail.bus.lost/leaving': '工作站正在退出',
  'detail.bus.lost/closed-here': '由本页面关闭',
  'detail.bus.address/form': '{address} 既不是 ipc://<路径>，也不是 tcp://<主机>:<端口>',
  'detail.bus.address/relative': 'ipc 路径“{path}”须为绝对路径：请以运行文件夹开头',
  'detail.bus.address/long':
    'ipc 路径 {path} 有 {bytes} 字节，最多容纳 {most} 字节：请选用名称更短的运行文件夹',
  'detail.bus.address/host': '{address} 须写明主机与 1 至 {most} 的端口，如 tcp://127.0.0.1:5555',
  'detail.bus.address/bind': '无法监听 {address}（{said}）：请选用本机的地址',
  'detail.bus.address/connect': '无法连接 {address}（{said}）：请更正该地址',
  'detail.bus.address/open': `文件夹 {folder} 允许其他用户进入：${OWN}`,
  'detail.bus.address/foreign': `文件夹 {folder} 属于其他用户：${OWN}`,
  'detail.bus.address/no-socket': '{path} 已存在而不是套接字：请移走它，或另选名称',
  'detail.bus.address/missing': '缺少文件夹 {folder}：请事先以权限 700 建立',
  'detail.bus.address/folder': '文件夹 {folder} 不可用（{said}）：请修正其权限，或另选一个',
  'detail.bus.taken/port': '{address} 已被另一进程占用：请先退出它，或另选端口',
  'detail.bus.taken/process': '{address} 已被进程 {process} 占用：请先退出它',
  'detail.bus.taken/unknown': '{address} 已被另一进程占用：请先退出它',
  'detail.bus.taken/bus': '{address} 已被另一总线占用：请先关闭它，或另选名称',
  'detail.bus.lost/closed': '总线已关闭，不再用于 {address}：请新建一个',
  'detail.bus.keys/none': `{address} 没有密钥，须有{side}的密钥；${PAIR}`,
  'detail.bus.keys/other': `{address} 持有{side}的密钥，须为{otherSide}的密钥；${PAIR}`,
  'detail.bus.keys/wrong': `{address} 的{key}不是 40 个 Z85 字符；${PAIR}`,
  'detail.instance.folder/installation': `{path} 须为八位十六进制数字，却不是：${TWICE}`,
  'detail.instance.folder/epoch': `{path} 须为整数，却不是：${TWICE}`,
  'detail.instance.folder/owners': `{path} 须以 {owner} 开头，却不是：${COPY}`,
  'detail.instance.folder/disk':
    '{path} 不可用（{said}）：请腾出磁盘空间、修正权限，或以 --data 另选文件夹',
  'detail.instance.locked/process': `{folder} 正由进程 {process} 使用：${QUIT}`,
  'detail.instance.locked/unknown': `{folder} 正由另一次启动使用：${QUIT}`,
}
