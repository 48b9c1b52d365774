import type { EN } from './details.en.ts'

type Key = Extract<keyof typeof EN, `detail.store.${string}`>

/** Why a store does not serve, or does not answer. */
export const STORES: Readonly<Record<Key, string>> = {
  'detail.store.config/questdb-write':
    '{place} 的 QuestDB 不允许该用户写入（{status}）：请在 --questdb 中给出用户名和密码',
  'detail.store.config/questdb-read':
    '{place} 的 QuestDB 不允许该用户登录：请在 --questdb-pg 中给出用户名和密码',
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
  'detail.store.schema/questdb-lacks': '{place} 的 QuestDB 有所缺失：{said}',
  'detail.store.query/questdb': '{place} 的 QuestDB 拒绝了查询：{said}',
  'detail.store.query/too-long': '{rows} 行的结果超出一帧的长度：请缩短时段，或减少行数',
  'detail.store.refused/questdb-row': '{place} 的 QuestDB 拒绝了一行：{said}',
  'detail.store.refused/questdb-line':
    '{place} 的 QuestDB 拒绝了 {rows} 行中的第 {line} 行（{table}）：{said}',
  'detail.store.unreachable/history-closed': '该历史已关闭：请重新打开',
  'detail.store.outbox/full':
    '{folder} 中的待发数据已占 {used} 字节，上限 {most} 字节：在存储取走旧行之前，新行被拒绝。请启动存储',
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
