import type { EN } from './details.en.ts'

type Key = Extract<keyof typeof EN, `detail.store.${string}`>

/** Why a store does not serve, or does not answer. */
export const STORES: Readonly<Record<Key, string>> = {
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
