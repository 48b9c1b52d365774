import { describe, expect, it } from 'vitest'
import type { DetailKey } from '../../../src/core/contracts/index.ts'
import { DETAILS, explained, failure, saying, sayingOf } from '../../../src/core/contracts/index.ts'
import { ZH as VALUES } from '../../../src/renderer/words/details.zh.ts'
import {
  TEXTS,
  codeWords,
  detailWords,
  sayingWords,
  translator,
} from '../../../src/renderer/words/index.ts'

const KEYS = Object.keys(DETAILS) as DetailKey[]
const [en, zh] = [translator('en'), translator('zh')]
const slots = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map(([, slot]) => String(slot))
    .sort((one, other) => one.localeCompare(other))

describe('what stands behind a code, in the window', () => {
  it('is in English word for word what was said', () => {
    expect(KEYS.map((key) => TEXTS.en[`detail.${key}`])).toEqual(KEYS.map((key) => DETAILS[key]))
  })

  it('is in Chinese with the same slots', () => {
    for (const key of KEYS) {
      const text = TEXTS.zh[`detail.${key}`]
      expect([key, slots(text)]).toEqual([key, slots(DETAILS[key])])
      expect(text).toMatch(/\p{Script=Han}/u)
    }
  })

  it('names states, phases and kinds in the language, too', () => {
    const wants = explained('venue.kind/not-taken', {
      symbol: 'SHFE.ag2012',
      kinds: 'limit, market, fak',
      kind: 'fok',
    })
    const closed = explained('risk.session/phase', { symbol: 'SHFE.ag2012', phase: 'closed' })
    expect([wants, closed].map((each) => detailWords(each, zh))).toEqual([
      'SHFE.ag2012 接受限价、市价、FAK委托，不接受FOK',
      'SHFE.ag2012 不在连续交易时段：闭市',
    ])
    expect([wants, closed].map((each) => detailWords(each, en))).toEqual(
      [wants, closed].map(({ message }) => message),
    )
    const latin = Object.entries(VALUES).filter(
      ([word, text]) => word.startsWith('value.') && !/\p{Script=Han}|^F[AO]K$/u.test(text),
    )
    expect(latin).toEqual([])
  })

  it('holds what is wrong with a parameter in the language, too', () => {
    const { message: fault } = explained('config.value/whole', {
      parameter: 'imbalance.lots',
      least: 1,
      most: 1000,
      value: 0,
    })
    const refused = explained('config.value/not-set', { person: 'ann', strategy: 'alpha', fault })
    const late = explained('command.epoch/earlier-life', {
      command: 'SetParameters',
      person: 'ann',
      strategy: 'alpha',
    })
    expect([refused, late].map((each) => detailWords(each, zh))).toEqual([
      'ann 未能设置 alpha 的参数：imbalance.lots 须为 1 至 1000 的整数，却是 0',
      'ann 的“设置参数”针对 alpha 的先前运行：请重新发出',
    ])
    expect(detailWords(refused, en)).toBe(refused.message)
  })

  it('tells in the language why a file or a row of a recording is left out', () => {
    const own = explained('recording.symbol/no-product', { text: 'zz2010', product: 'zz' })
    const by = { path: 'a.csv', where: 'its column', fault: own.message }
    const clash = explained('recording.symbol/clash', {
      path: 'a.csv',
      symbol: 'SHFE.ag2012',
      where: 'its name',
      otherSymbol: 'SHFE.cu2010',
      otherWhere: '--symbol',
    })
    const bare = explained('recording.foreign/none-but', { paths: 'days', fault: clash.message })
    const { message: fault } = explained('recording.crossed/book')
    const rows = { path: 'a.csv', line: 3, more: 2, last: 9, fault }
    const told = [
      explained('recording.symbol/by', by),
      clash,
      bare,
      explained('recording.crossed/rows', rows),
    ]
    expect(told.map((each) => detailWords(each, zh))).toEqual([
      'a.csv：按其合约列，代码“zz2010”无法识别：没有代码为 zz 的品种；请写明 EXCHANGE.code',
      'a.csv：按文件名，合约为 SHFE.ag2012，按命令行参数 --symbol，却为 SHFE.cu2010。请更正有误的一方。',
      '在 days 中未找到录制行情。请提供录制文件或其文件夹；不搜索其中的子文件夹。第一个被略去的文件：' +
        'a.csv：按文件名，合约为 SHFE.ag2012，按命令行参数 --symbol，却为 SHFE.cu2010。请更正有误的一方。',
      'a.csv 第 3 行：盘口交叉，或某档不劣于前一档；请重新录制或删除该行。该行及至第 9 行的另外 2 行已略去。',
    ])
    expect(told.map((each) => detailWords(each, en))).toEqual(told.map(({ message }) => message))
  })

  it('says in the language why an instrument is only shown', () => {
    const unknown = sayingOf(
      explained('product.unknown/renamed', {
        symbol: 'CZCE.TC101',
        product: 'TC',
        became: 'ZC',
      }),
    )
    const shown = saying('replay.untraded', { symbol: 'CZCE.TC101', notes: [unknown] })
    expect(sayingWords(shown, zh)).toContain(
      `${TEXTS.zh['code.product.unknown']}（未知 CZCE.TC101：resources/products.json 中没有 TC（代码已改为 ZC）；请在其中添加）`,
    )
  })

  it('tells in the language why the hot store is not reached, for reasons of its own or others', () => {
    const lost = (reason: string) =>
      explained('store.unreachable/redis', { server: 'redis://h:6379', reason })
    const words = (reason: string) => detailWords(lost(reason), zh)
    expect(words('ECONNREFUSED, nobody listens there')).toBe(
      '无法连接 redis://h:6379 的 Redis（ECONNREFUSED，该处无监听）。请启动它，或更正其地址；将自行重试',
    )
    expect(words('EPROTO, odd')).toContain('的 Redis（EPROTO, odd）。')
  })

  it('tells in the language what mends the file of the history', () => {
    const full = explained('store.unreachable/file-open', {
      file: 'a.duckdb',
      said: 'IO Error: No space left',
      mend: 'Free some space on the disk',
    })
    expect(detailWords(full, zh)).toBe(
      'a.duckdb 无法打开（IO Error: No space left）。请腾出磁盘空间',
    )
    expect(detailWords(full, en)).toBe(full.message)
  })

  it('holds the reason of a halt in the language, and one that was typed as it was typed', () => {
    const halted = (why: string) =>
      explained('risk.state/trading', { state: 'halted', cause: 'person', why })
    expect(detailWords(halted('by hand'), zh)).toBe('交易状态：已停止交易（人工）：手动停止')
    expect(detailWords(halted('lunch'), zh)).toBe('交易状态：已停止交易（人工）：lunch')
    expect(detailWords(halted('by hand'), en)).toBe('trading is halted (person): by hand')
  })

  it('is marked as the original words only where somebody else said it', () => {
    const ours = explained('risk.funds/needs', { needs: 1200, free: 800 })
    expect(codeWords(ours.code, ours.message, zh)).toBe(
      `${TEXTS.zh['code.risk.funds']}（委托需要 1200 元，可用 800 元）`,
    )
    const disk = failure('journal.write', 'ENOSPC: no space left on device')
    expect(codeWords(disk.code, disk.message, zh)).toBe(
      `${TEXTS.zh['code.journal.write']}（原文：ENOSPC: no space left on device）`,
    )
    expect(codeWords(ours.code, ours.message, en)).toBe(
      `${TEXTS.en['code.risk.funds']} (${ours.message})`,
    )
  })

  it('follows the language inside of what a process says', () => {
    const refusal = sayingOf(explained('risk.not-allowed/list', { symbol: 'SHFE.ag2012' }))
    const waits = saying('gateway.waits', { owner: 'alpha', symbol: 'ag2012', failure: refusal })
    expect(sayingWords(waits, zh)).toBe(
      `alpha 在 ag2012 等待：${TEXTS.zh['code.risk.not-allowed']}（SHFE.ag2012 不在账户的允许合约之列）`,
    )
  })
})
