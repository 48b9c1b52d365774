import { basename } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { openRecordings } from '../../../src/adapters/recordings/index.ts'
import {
  CFFEX_L1_HEADER,
  CFFEX_L5_HEADER,
  cffexRow,
  numbered,
  resolveSymbol,
  SHFE_HEADER,
  shfeRow,
  temporaryFolder,
  writeFile,
} from './samples.ts'

const SHFE = [SHFE_HEADER, shfeRow({})]
const CFFEX = [CFFEX_L5_HEADER, cffexRow('09:15:00.400', 1)]
const L1_ROW = 'CFFEX,IF2101,20210104,20210104,09:30:00.400,1,1,1,1,2,1,1,1,1,1,1,1,1,1,1,1,2,2,1'

/** `ok SYMBOL format`, or the failure's code and words with the folder taken out. */
async function open(paths: string | readonly string[], symbol?: string): Promise<string> {
  const list = typeof paths === 'string' ? [paths] : paths
  const opened = await openRecordings(list, { symbol, resolveSymbol, instrumentId: numbered() })
  return opened.ok
    ? opened.value.recordings.map(({ symbol, format }) => `${symbol} ${format}`).join(', ')
    : `${opened.error.code}: ${opened.error.message.replaceAll(/\S*recordings-\w+\//g, '')}`
}

describe('the contract of a file', () => {
  it('comes from its columns, its name, or the flag, in that order', async () => {
    expect(
      await Promise.all([
        open(writeFile('any.csv', [CFFEX_L1_HEADER, L1_ROW])),
        open(writeFile('CFFEX.IF1501_20141225_L5.csv.gz', CFFEX)),
        open(writeFile('day.csv', CFFEX)),
        open(writeFile('SHFE.ag2012.csv', SHFE)),
        open(writeFile('day_SIM.cu.csv', SHFE)),
        open(writeFile('day.csv', SHFE), 'SHFE.cu2010'),
        open(writeFile('day.csv', [CFFEX_L5_HEADER]), 'CFFEX.IF1501'),
        open(writeFile('SHFE.ag2012.csv', Buffer.alloc(0))),
      ]),
    ).toEqual([
      'CFFEX.IF2101 cffex-l1',
      'CFFEX.IF1501 cffex-l5',
      'CFFEX.IF1501 cffex-l5',
      'SHFE.ag2012 shfe-l5',
      'SIM.cu shfe-l5',
      'SHFE.cu2010 shfe-l5',
      'CFFEX.IF1501 cffex-l5',
      'SHFE.ag2012 empty',
    ])
  })

  it('takes the exchange of a column without one from the name', async () => {
    const lines = [CFFEX_L5_HEADER, cffexRow('09:15:00.400', 1).replace('IF1501', 'ZZ1501')]
    expect(await open(writeFile('CFFEX.ZZ1501.csv', lines))).toBe('CFFEX.ZZ1501 cffex-l5')
    expect(await open(writeFile('day.csv', lines))).toBe(
      'recording.symbol: day.csv: by its column, no exchange is known for ZZ1501',
    )
  })

  it('is refused where two sources clash, or none tells it', async () => {
    expect(
      await Promise.all([
        open(writeFile('CFFEX.IF1503.csv', CFFEX)),
        open(writeFile('SHFE.IF2101.csv', [CFFEX_L1_HEADER, L1_ROW])),
        open(writeFile('SHFE.ag2012.csv', SHFE), 'SHFE.cu2010'),
        open(writeFile('day.csv', [CFFEX_L1_HEADER, L1_ROW.replace('CFFEX', 'NYSE')])),
        open(writeFile('day.csv', SHFE)),
      ]),
    ).toEqual([
      'recording.symbol: CFFEX.IF1503.csv: the contract is CFFEX.IF1501 by its column, but CFFEX.IF1503 by its name. Correct whichever is wrong.',
      'recording.symbol: SHFE.IF2101.csv: the contract is CFFEX.IF2101 by its columns, but SHFE.IF2101 by its name. Correct whichever is wrong.',
      'recording.symbol: SHFE.ag2012.csv: the contract is SHFE.ag2012 by its name, but SHFE.cu2010 by --symbol. Correct whichever is wrong.',
      'recording.symbol: day.csv: by its columns, the exchange is "NYSE", none of SHFE, INE, DCE, CZCE, CFFEX, GFEX, SIM. Correct the column.',
      'recording.symbol: day.csv: nothing tells which contract this is. Put EXCHANGE.code into its name, as in SHFE.cu2010.csv.gz, or give --symbol.',
    ])
  })
})

describe('a file that was named', () => {
  it('is refused when it is foreign, with the columns that it has', async () => {
    const near = SHFE_HEADER.replace('local_nano_time,', 'symbol,')
    expect(
      await Promise.all([
        open(writeFile('SHFE.ag2012.csv', ['a,b', '1,2'])),
        open(writeFile('SHFE.ag2012.csv', [near])),
      ]),
    ).toEqual([
      'recording.foreign: SHFE.ag2012.csv, line 1: no known format (shfe-l5, cffex-l5, cffex-l1) has the 2 columns a, b. Give a file of a known format, or leave this one out.',
      'recording.foreign: SHFE.ag2012.csv, line 1: no known format (shfe-l5, cffex-l5, cffex-l1) has the 32 columns symbol, quote_nano_time, datetime, last_price, highest, lowest, …. Nearest is shfe-l5: of its columns this lacks local_nano_time, and has besides symbol. Give a file of a known format, or leave this one out.',
    ])
  })

  it('is refused when it is missing, cut before its header, or no text', async () => {
    const packed = gzipSync(`${SHFE.join('\n')}\n`)
    const codes = await Promise.all([
      open('/nowhere/SHFE.ag2012.csv'),
      open(writeFile('SHFE.ag2012.csv.gz', packed.subarray(0, 30))),
      open(
        writeFile(
          'SHFE.ag2012.csv.gz',
          Buffer.concat([packed.subarray(0, 10), Buffer.alloc(99, 255)]),
        ),
      ),
      open(writeFile('SHFE.ag2012.csv', Buffer.alloc(3_000_000, 7))),
    ])
    expect(codes.map((code) => code.split(':')[0])).toEqual([
      'recording.unreadable',
      'recording.truncated',
      'recording.unreadable',
      'recording.foreign',
    ])
  })

  it('is refused when its contract came before', async () => {
    const [one, two] = [writeFile('SHFE.ag2012.csv', SHFE), writeFile('SHFE.ag2012.csv', SHFE)]
    expect(await open([one, two])).toBe(
      'recording.symbol: SHFE.ag2012.csv: SHFE.ag2012 comes from SHFE.ag2012.csv already. Give one file a contract.',
    )
  })
})

describe('a folder', () => {
  it('gives its recordings by name, and names what it leaves out', async () => {
    const folder = temporaryFolder()
    writeFile('SHFE.cu2010.csv.gz', SHFE, folder)
    writeFile('SHFE.ag2012.csv', SHFE, folder)
    writeFile('SHFE.ag2012_again.csv', SHFE, folder)
    writeFile('LICENSE', ['Licence'], folder)
    const opened = await openRecordings([folder], { resolveSymbol, instrumentId: numbered() })
    expect(
      opened.ok && {
        recordings: opened.value.recordings.map(({ symbol, instrument }) => [symbol, instrument]),
        leftOut: opened.value.leftOut.map(({ path, reason }) => [basename(path), reason.code]),
      },
    ).toEqual({
      recordings: [
        ['SHFE.ag2012', 0],
        ['SHFE.cu2010', 1],
      ],
      leftOut: [
        ['LICENSE', 'recording.foreign'],
        ['SHFE.ag2012_again.csv', 'recording.symbol'],
      ],
    })
  })

  it('is refused when it holds no recording', async () => {
    expect(await open(temporaryFolder())).toContain('no recording was found in')
  })
})
