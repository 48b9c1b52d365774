import { describe, expect, it } from 'vitest'
import type { Failure } from '../../../src/core/contracts/index.ts'
import { SHAPES, explained, failure } from '../../../src/core/contracts/index.ts'
import { rowFault } from '../../../src/core/history/index.ts'
import { TEXTS, codeWords, detailWords, translator } from '../../../src/renderer/words/index.ts'

const [en, zh] = [translator('en'), translator('zh')]

/** What a Chinese window shows of failures, whose English must stay what was said. */
function chinese(...told: readonly Failure[]): readonly (string | undefined)[] {
  expect(told.map((each) => detailWords(each, en))).toEqual(told.map(({ message }) => message))
  return told.map((each) => detailWords(each, zh))
}

const shaped = (at: string, shape: keyof typeof SHAPES, value: string) =>
  explained('config.file/shape', { at, shape: SHAPES[shape], value }).message

describe('a Chinese window says in Chinese', () => {
  it('which member of which file of facts is wrong, and what it must be', () => {
    const lacks = explained('config.file/lacks-member', { at: 'the file', member: 'templates' })
    const one = explained('config.file/one-of', { at: 'the file.format', names: '1', value: '2' })
    const late = explained('calendar.incomplete/reversed', { first: 20_300_101, last: 20_200_101 })
    const path = 'resources/x.json'
    expect(
      chinese(
        explained('calendar.incomplete/file', { path, fault: lacks.message }),
        explained('calendar.incomplete/file', { path, fault: late.message }),
        explained('product.incomplete/file', { path, fault: one.message }),
        explained('product.incomplete/file', {
          path,
          fault: shaped('the file.products[3].tick', 'list', '"5.5"'),
        }),
      ),
    ).toEqual([
      'resources/x.json：文件 缺少“templates”；请修正，或重新生成：npm run calendar',
      'resources/x.json：first（20300101）晚于 last（20200101）；请修正，或重新生成：npm run calendar',
      'resources/x.json：文件.format 须为 1 之一，却是 2；请修正，或重新生成：npm run products',
      'resources/x.json：文件.products[3].tick 须为列表，却是 "5.5"；请修正，或重新生成：npm run products',
    ])
  })

  it('each shape that a member of a file may have', () => {
    for (const shape of Object.values(SHAPES)) {
      expect(TEXTS.zh[`value.shape.${shape}`]).toMatch(/\p{Script=Han}|true/u)
      expect(TEXTS.en[`value.shape.${shape}`]).toBe(shape)
    }
  })

  it('what is wrong with the manifest of a model, or with its network', () => {
    const path = 'm.json'
    const twice = explained('model.manifest/twice', { feature: 'spread' })
    const type = explained('model.shape/type', { side: 'output', type: 'int64' })
    const name = explained('model.shape/name', { part: 'input', told: 'x', found: 'y' })
    const digits = shaped('the manifest.sha256', 'digits', '"A"')
    expect(
      chinese(
        explained('model.manifest/file', { path, fault: digits }),
        explained('model.manifest/file', { path, fault: twice.message }),
        explained('model.shape/network', { path, fault: type.message }),
        explained('model.shape/network', { path, fault: name.message }),
      ),
    ).toEqual([
      'm.json：清单.sha256 须为64 位小写十六进制数字，却是 "A"；请修正，或重新生成模型：npm run train',
      'm.json：features 两次写有 spread；请修正，或重新生成模型：npm run train',
      'm.json：网络的输出为 int64，须为 float32；请修正清单，或重新导出模型',
      'm.json：清单的 input.name 为 x，网络中却名为 y；请修正清单，或重新导出模型',
    ])
  })

  it('why rows wait in the outbox, or were set aside, down to the column', () => {
    const fault = rowFault({ table: 'nothing' } as never) ?? ''
    const kept = { path: 'poisoned.ndjson' }
    const column = explained('store.refused/whole', {
      column: 'orders.volume',
      least: 0,
      most: 9,
      value: '1.5',
    })
    const said = 'ENOSPC: no space left on device'
    expect(
      chinese(
        explained('store.outbox/write', { folder: 'box', said }),
        explained('store.poisoned/kept', { ...kept, fault }),
        explained('store.poisoned/lost', { ...kept, fault: column.message }),
      ),
    ).toEqual([
      'box 中的待发数据无法写入（ENOSPC: no space left on device）。请腾出空间：在此之前新行被拒绝',
      '一行已另存于 poisoned.ndjson：没有表 nothing',
      '一行无法写入存储，也未能另存于 poisoned.ndjson：orders.volume 须为 0 至 9 的整数，却是 1.5',
    ])
  })

  it('which table of QuestDB does not fit, and which setting of a store is wrong', () => {
    const place = 'h:9000 (lines) and h:8812 (questions)'
    const table = 'market_ticks'
    expect(
      chinese(
        explained('store.schema/questdb-type', {
          table,
          place,
          column: 'ts',
          have: 'LONG',
          wanted: 'TIMESTAMP',
        }),
        explained('store.config/questdb-pg'),
        explained('store.config/redis-tail', { server: 'redis://h:6379/0' }),
      ),
    ).toEqual([
      'h:9000（写入）与 h:8812（查询） 的 QuestDB 中的表 market_ticks 的列 ts 为 LONG，而非 TIMESTAMP：请将其改名（RENAME TABLE）并重新启动：届时将新建',
      '无法读取设置 questdbPg；请写成 postgres://user:password@host:port/qdb',
      'Redis 地址 redis://h:6379/0 在数据库之后还有内容；请去掉',
    ])
  })

  it('why processes find no line to each other, or their folder in use', () => {
    const address = 'tcp://10.0.0.1:5555'
    expect(
      chinese(
        explained('bus.keys/other', { address, side: 'binder', otherSide: 'connector' }),
        explained('bus.keys/wrong', { address, key: 'server key' }),
        explained('bus.taken/process', { address, process: 7 }),
        explained('instance.locked/process', { folder: 'book', process: 7 }),
      ),
    ).toEqual([
      'tcp://10.0.0.1:5555 持有监听方的密钥，须为连接方的密钥；请用 createCurveKeys 为双方各生成一对',
      'tcp://10.0.0.1:5555 的服务器公钥不是 40 个 Z85 字符；请用 createCurveKeys 为双方各生成一对',
      'tcp://10.0.0.1:5555 已被进程 7 占用：请先退出它',
      'book 正由进程 7 使用：请先退出它，或以 --profile NAME 交易另一账户',
    ])
  })

  it('why a journal is not written or read, within another sentence too', () => {
    const full = explained('journal.write/disk', {
      path: 'a.ghtj',
      doing: 'written',
      reason: 'ENOSPC, the disk is full',
      mend: 'Free some space on it',
    })
    const version = explained('codec.version/newer', { found: 2, wanted: 1 })
    const place = { file: 'a.ghtj', offset: 16, record: 3, fault: version.message }
    expect(
      chinese(
        full,
        explained('journal.write/left', { fault: full.message }),
        explained('codec.version/record', place),
      ),
    ).toEqual([
      'a.ghtj 无法写入（ENOSPC，磁盘已满）。请腾出磁盘空间，然后重新启动',
      'a.ghtj 无法写入（ENOSPC，磁盘已满）。请腾出磁盘空间，然后重新启动。该组已写入的部分无法收回：下次启动时可能被读到',
      'a.ghtj 偏移 16 处的一组，第 3 条记录：消息由通信格式版本 2 写成，本程序最高读取版本 1：请更新本程序',
    ])
  })

  it('why there is no line to main, and why a process is not started any more', () => {
    const crashed = 'gateway ended again and again: it is not started any more: crashed: TypeError'
    expect(
      chinese(
        explained('bus.lost/silent', { seconds: 5 }),
        explained('worker.lost/late', { seconds: 0.5 }),
        failure('worker.lost', crashed),
      ),
    ).toEqual([
      '主进程已 5 秒无响应',
      '主进程在 0.5 秒内未告知结果',
      'gateway 反复结束：不再启动：crashed: TypeError',
    ])
  })

  it('none of it as the original words of somebody else', () => {
    const why = explained('journal.open/already', { folder: 'a' })
    expect(codeWords(why.code, why.message, zh)).toBe(
      `${TEXTS.zh['code.journal.open']}（a 中的日志已被打开：请先关闭再打开）`,
    )
  })
})
