import type { EN } from './details.en.ts'

type Key = Extract<keyof typeof EN, `detail.store.${string}`>

const FORM = 'http::addr=host:port;，需要时加 username=…; 与 password=…;'
const ANEW = '请将其改名（RENAME TABLE）并重新启动：届时将新建'
const NOT_SENT = '其中的行未发出。已改名为 {other}；写入它的程序可以发出这些行'

/** Why a store does not serve, or does not answer. */
export const STORES: Readonly<Record<Key, string>> = {
  'detail.store.config/questdb-write':
    '{place} 的 QuestDB 不允许该用户写入（{status}）：请在 --questdb 中给出用户名和密码',
  'detail.store.config/questdb-read':
    '{place} 的 QuestDB 不允许该用户登录：请在 --questdb-pg 中给出用户名和密码',
  'detail.store.config/questdb-http': `设置 questdb 须以 http 开头：${FORM}`,
  'detail.store.config/questdb-form': `无法读取设置 questdb；请写成 ${FORM}`,
  'detail.store.config/questdb-pg':
    '无法读取设置 questdbPg；请写成 postgres://user:password@host:port/qdb',
  'detail.store.unreachable/questdb-write':
    '{place} 的 QuestDB 未接收一批数据（{said}）。请启动它，或更正 --questdb',
  'detail.store.unreachable/questdb-read':
    '{place} 的 QuestDB 不答复查询（{said}）。请启动它，或更正 --questdb-pg',
  'detail.store.unreachable/questdb-trouble': '{place} 的 QuestDB 发生故障：{said}',
  'detail.store.unreachable/questdb-unclear':
    '{place} 的 QuestDB 拒绝了一批数据而未说明原因（{said}）；将重新发送',
  'detail.store.slow/questdb-batch':
    '{place} 的 QuestDB 在 {millis} 毫秒内未答复一批数据；将重新发送',
  'detail.store.slow/questdb-stopped': '{place} 的 QuestDB 中止了查询：{said}',
  'detail.store.slow/questdb-deadline':
    '{place} 的 QuestDB 未在限期内给出结果，已令其中止：请缩短时段，或放宽限期',
  'detail.store.slow/tables': '{place} 未在限期内给出其数据表',
  'detail.store.slow/turns': '已有 {most} 个查询在等待：请减少同时的查询',
  'detail.store.slow/waited': '该查询在其他查询之后等待，直至到期：请减少同时的查询，或放宽限期',
  'detail.store.schema/questdb-missing': '{place} 的 QuestDB 中没有表 {table}，请重新启动以建立它',
  'detail.store.schema/questdb-suspended':
    '{place} 的 QuestDB 中的表 {table} 已暂停，写入的内容不会出现：请排除原因（多为磁盘已满），然后执行 {statement}',
  'detail.store.schema/questdb-log': `{place} 的 QuestDB 中的表 {table} 没有 WAL，写入可能丢失：${ANEW}`,
  'detail.store.schema/questdb-dedup': `{place} 的 QuestDB 中的表 {table} 没有 DEDUP，重发的行会重复：${ANEW}`,
  'detail.store.schema/questdb-part': `{place} 的 QuestDB 中的表 {table} 按 {have} 分区，而非 {wanted}：${ANEW}`,
  'detail.store.schema/questdb-column':
    '{place} 的 QuestDB 中的表 {table} 缺少列 {column}：{statement}',
  'detail.store.schema/questdb-type': `{place} 的 QuestDB 中的表 {table} 的列 {column} 为 {have}，而非 {wanted}：${ANEW}`,
  'detail.store.schema/questdb-key': '{place} 的 QuestDB 中的表 {table} 的键为 {have}：{statement}',
  'detail.store.schema/questdb-lacks': '{place} 的 QuestDB 有所缺失：{said}',
  'detail.store.query/questdb': '{place} 的 QuestDB 拒绝了查询：{said}',
  'detail.store.query/too-long': '{rows} 行的结果超出一帧的长度：请缩短时段，或减少行数',
  'detail.store.refused/questdb-row': '{place} 的 QuestDB 拒绝了一行：{said}',
  'detail.store.refused/questdb-line':
    '{place} 的 QuestDB 拒绝了 {rows} 行中的第 {line} 行（{table}）：{said}',
  'detail.store.unreachable/history-closed': '该历史已关闭：请重新打开',
  'detail.store.outbox/full':
    '{folder} 中的待发数据已占 {used} 字节，上限 {most} 字节：在存储取走旧行之前，新行被拒绝。请启动存储',
  'detail.store.outbox/open': '{folder} 中的待发数据无法打开（{said}）。请处理',
  'detail.store.outbox/read': '{folder} 中的待发数据无法读取（{said}）。请处理',
  'detail.store.outbox/write':
    '{folder} 中的待发数据无法写入（{said}）。请腾出空间：在此之前新行被拒绝',
  'detail.store.outbox/sync':
    '{folder} 中的待发数据无法确保落盘（{said}）。请检查磁盘：断电可能丢失数据行',
  'detail.store.outbox/already': '{folder} 中的待发数据已被打开：请先关闭再打开',
  'detail.store.outbox/closed': '{folder} 中的待发数据已关闭',
  'detail.store.outbox/cut':
    '{path} 的末尾不完整，已在偏移 {offset} 处截断：因崩溃中断的部分从未确认为已保存',
  'detail.store.outbox/foreign': `{path} 的开头不是待发数据段：${NOT_SENT}`,
  'detail.store.outbox/damaged': `{path} 的头部已损坏：${NOT_SENT}`,
  'detail.store.outbox/version': `{path} 由本程序的另一版本写成：${NOT_SENT}`,
  'detail.store.outbox/renamed': `{path} 已被改名：${NOT_SENT}`,
  'detail.store.poisoned/kept': '一行已另存于 {path}：{fault}',
  'detail.store.poisoned/lost': '一行无法写入存储，也未能另存于 {path}：{fault}',
  'detail.store.unreachable/silent': '存储出错而未说明原因：{said}',
  'detail.store.refused/batch': '历史拒绝写入：{fault}',
  'detail.store.refused/row-of': '{rows} 行中的第 {line} 行：{fault}',
  'detail.store.refused/no-table': '没有表 {table}',
  'detail.store.refused/one-of': '{column} 须为 {names} 之一，却是 {value}',
  'detail.store.refused/text': '{column} 须为文本，却是 {value}',
  'detail.store.refused/characters': '{column} 最多 {most} 个字符，却是 {value}',
  'detail.store.refused/list': '{column} 须为数字列表，却是 {value}',
  'detail.store.refused/length': '{column} 最多 {most} 个数字，却是 {value}',
  'detail.store.refused/numbers': '{column} 只能含数字，却是 {value}',
  'detail.store.refused/number': '{column} 须为数字，却是 {value}',
  'detail.store.refused/whole': '{column} 须为 {least} 至 {most} 的整数，却是 {value}',
  'detail.store.refused/kind': '{column} 的类型没有存储能识别，其值为 {value}',
  'detail.store.refused/absent': '{column} 不得缺失',
  'detail.store.slow/no-answer': '历史进程 {millis} 毫秒内未答复：请缩小范围，或稍后再问',
  'detail.store.refused/redis-password': '{server} 的 Redis 拒绝（{said}）。请提供其要求的密码',
  'detail.store.refused/redis-user':
    '{server} 的 Redis 拒绝（{said}）。请允许该用户使用 ghTrader 的命令与键',
  'detail.store.refused/redis-memory':
    '{server} 的 Redis 拒绝（{said}）。请提高其 maxmemory，或允许其淘汰旧键',
  'detail.store.refused/redis-replica':
    '{server} 的 Redis 拒绝（{said}）。它是副本：请指定可写入的服务器',
  'detail.store.refused/redis-disk':
    '{server} 的 Redis 拒绝（{said}）。它无法写入磁盘：请在该处腾出空间',
  'detail.store.refused/redis-database': '{server} 的 Redis 拒绝（{said}）。请选用它有的数据库编号',
  'detail.store.refused/redis': '{server} 的 Redis 拒绝（{said}）。请在该处处理',
  'detail.store.refused/redis-protocol': '{server} 不是 Redis 协议。请更正 Redis 地址的主机与端口',
  'detail.store.schema/redis':
    '{server} 的 Redis 有一项不是 JSON（{said}）。有其他程序写入这些键：请让其中一方改用另一数据库',
  'detail.store.unreachable/redis':
    '无法连接 {server} 的 Redis（{reason}）。请启动它，或更正其地址；将自行重试',
  'detail.store.slow/redis': '{server} 的 Redis 未及时应答。请查看其是否卡住；将自行重试',
  'detail.store.unreachable/redis-left': '已离开 {server} 的 Redis：热数据库已关闭。请重新打开',
  'detail.store.config/redis-form':
    'Redis 地址须形如 redis://[用户:密码@]主机[:端口][/数据库]，使用 TLS 时为 rediss://',
  'detail.store.config/redis-encode':
    'Redis 地址中的密码须用百分号编码：/ ? # @ 写成 %2F %3F %23 %40',
  'detail.store.config/redis-tail': 'Redis 地址 {server} 在数据库之后还有内容；请去掉',
  'detail.store.config/redis-database': 'Redis 地址 {server} 的末尾不是数据库编号，如 /0',
  'detail.store.config/redis-percent':
    'Redis 地址 {server} 的用户或密码未用百分号编码；% 须写成 %25',
  'detail.store.unreachable/hot-store': '热数据库已关闭；请重新打开',
  'detail.store.unreachable/file-held-by':
    '{file} 被进程 {process} 占用：同时只能有一个历史进程打开，请停止另一个',
  'detail.store.unreachable/file-held': '{file} 被占用：同时只能有一个历史进程打开，请停止另一个',
  'detail.store.unreachable/file-open': '{file} 无法打开（{said}）。{mend}',
  'detail.store.unreachable/file-work': '{file} 无法{doing}（{said}）。{mend}',
  'detail.store.schema/file-damaged':
    '{file} 已损坏，或不是本程序的文件（{said}）。请从副本恢复，或移走它及其 .wal：届时将新建',
  'detail.store.schema/file-columns':
    '{file} 的表 {table} 在应为 {wanted} 处是 {have}。请移走该文件及其 .wal：届时将新建',
  'detail.store.refused/file': '{file} 拒绝了数据行：{said}',
  'detail.store.slow/file': '{file} 到期未答复，已令其停止：请缩小范围，或给更长时间',
}
