import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { SenderOptions } from '@questdb/nodejs-client'
import { createBuffer } from '@questdb/nodejs-client'
import type { Failure } from '../../../core/contracts/index.ts'
import { explained } from '../../../core/contracts/index.ts'
import type { Result } from '../../../core/domain/index.ts'
import { failed, ok } from '../../../core/domain/index.ts'
import type { Row } from '../../../core/history/index.ts'
import { by, LATE } from '../deadline.ts'
import { writeCells } from './lines.ts'
import type { QuestdbPlace } from './settings.ts'

/**
 * Asks again why a batch was refused: the client drops the server's words. Nothing of a refused
 * batch was stored, and should it be taken now, all the better.
 */
export async function explainRefusal(
  place: QuestdbPlace,
  rows: readonly Row[],
  deadline: number,
): Promise<Result<void, Failure>> {
  const options = place.senderOptions()
  options.protocol_version = '2'
  const buffer = createBuffer(options)
  for (const row of rows) {
    writeCells(buffer, row)
    buffer.at(row.ts, 'us')
  }
  const stop = new AbortController()
  try {
    const asked = post(options, buffer.toBufferNew() ?? Buffer.alloc(0), stop.signal)
    asked.catch(() => undefined)
    const reply = await by(deadline, asked)
    if (reply === LATE) return failed(unclear(place, 'no answer in time'))
    if (reply.status === 204) return ok(undefined)
    if (reply.status !== 400) return failed(unclear(place, `status ${reply.status}`))
    return failed(refusal(place, rows, reply.text))
  } catch (error) {
    return failed(unclear(place, error instanceof Error ? error.message : String(error)))
  } finally {
    stop.abort()
  }
}

/** What a status of 400 says: the line counts the rows of the batch from 1 on. */
function refusal({ name }: QuestdbPlace, rows: readonly Row[], text: string): Failure {
  const { message, line } = readReply(text)
  const table = line === undefined ? undefined : rows[line - 1]?.table
  const told = { place: name, said: message }
  if (table === undefined || line === undefined) {
    return explained('store.refused/questdb-row', told)
  }
  return explained('store.refused/questdb-line', { ...told, line, rows: rows.length, table })
}

function readReply(text: string): { readonly message: string; readonly line: number | undefined } {
  try {
    const { message, line } = JSON.parse(text) as Readonly<Record<string, unknown>>
    return {
      message: typeof message === 'string' ? message.replaceAll(/\s+/g, ' ') : text,
      line: typeof line === 'number' ? line : undefined,
    }
  } catch {
    return { message: text.slice(0, 500), line: undefined }
  }
}

function unclear({ name }: QuestdbPlace, why: string): Failure {
  return explained('store.unreachable/questdb-unclear', { place: name, said: why })
}

interface Reply {
  readonly status: number
  readonly text: string
}

function post(options: SenderOptions, body: Buffer, signal: AbortSignal): Promise<Reply> {
  const request = options.protocol === 'https' ? httpsRequest : httpRequest
  const headers: Record<string, string> = {}
  if (options.token !== undefined) headers['authorization'] = `Bearer ${options.token}`
  else if (options.username !== undefined) {
    const word = Buffer.from(`${options.username}:${options.password ?? ''}`).toString('base64')
    headers['authorization'] = `Basic ${word}`
  }
  const { host, port } = options
  const verify = { rejectUnauthorized: options.tls_verify !== false }
  const where = { host, port, path: '/write?precision=n', method: 'POST', agent: false as const }
  return new Promise((resolve, reject) => {
    const asking = request({ ...where, ...verify, headers, signal }, (response) => {
      const pieces: Buffer[] = []
      response.on('data', (piece: Buffer) => pieces.push(piece))
      response.on('error', reject)
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }),
      )
    })
    asking.on('error', reject)
    asking.end(body)
  })
}
