import { connect as connectPlain } from 'node:net'
import { connect as connectEncrypted } from 'node:tls'

/** @typedef {import('./addresses.mjs').Address} Address */

const PATIENCE = 1500

/**
 * Asks a Redis whether it is well.
 *
 * @param {Address} address
 * @returns {Promise<string>} what is wrong; empty when it is well
 */
export async function askRedis(address) {
  const { user, password } = address
  const login = password === '' ? [] : [['AUTH', ...(user === '' ? [] : [user]), password]]
  const commands = [...login, ['PING']]
  const { said, problem } = await exchange(
    address,
    commands.map(encode).join(''),
    (text) => text.split('\r\n').length > commands.length,
  )
  if (problem !== '') return problem
  const refusal = said.split('\r\n').find((line) => line.startsWith('-'))
  if (refusal !== undefined) return refused(refusal.slice(1), password)
  return said.includes('+PONG') ? '' : 'whoever answers is no Redis'
}

/**
 * Asks QuestDB's HTTP door.
 *
 * @param {Address} address
 * @returns {Promise<string>}
 */
export async function askQuestdb(address) {
  const request = `GET /ping HTTP/1.1\r\nHost: ${address.host}\r\nConnection: close\r\n\r\n`
  const { said, problem } = await exchange(address, request, (text) => text.includes('\r\n'))
  if (problem !== '') return problem
  return /^HTTP\/1\.1 20[04]/.test(said) ? '' : `it answers ${said.split('\r\n')[0] || 'nothing'}`
}

/**
 * Asks the door for PostgreSQL's protocol whether it encrypts, which needs no password. Source:
 * the protocol's SSLRequest, answered by one byte.
 *
 * @param {Address} address
 * @returns {Promise<string>}
 */
export async function askPostgres(address) {
  const request = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47])
  const { said, problem } = await exchange(address, request, (text) => text !== '')
  if (problem !== '') return problem
  return /^[NS]/.test(said) ? '' : 'whoever answers speaks another protocol'
}

/** @param {readonly string[]} words */
function encode(words) {
  const parts = words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`)
  return `*${words.length}\r\n${parts.join('')}`
}

/** @param {string} words @param {string} password */
function refused(words, password) {
  const safe = password === '' ? words : words.replaceAll(password, '…')
  return `it refuses: ${safe.slice(0, 120)}`
}

/**
 * Sends the bytes and listens until that is enough, the line breaks, or patience ends.
 *
 * @param {Address} address
 * @param {string | Buffer} bytes
 * @param {(said: string) => boolean} isEnough
 * @returns {Promise<{ said: string, problem: string }>}
 */
function exchange({ host, port, isEncrypted }, bytes, isEnough) {
  return new Promise((resolve) => {
    let said = ''
    const socket = isEncrypted
      ? connectEncrypted({ host, port, servername: host })
      : connectPlain({ host, port })
    /** @param {string} problem */
    const settle = (problem) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ said, problem })
    }
    const timer = setTimeout(() => settle('no answer in time'), PATIENCE)
    socket.once('error', (error) => settle('code' in error ? String(error.code) : error.message))
    socket.once('close', () => settle(said === '' ? 'the connection was closed' : ''))
    socket.on('data', (data) => {
      said += data.toString('latin1')
      if (isEnough(said)) settle('')
    })
    socket.once(isEncrypted ? 'secureConnect' : 'connect', () => socket.write(bytes))
  })
}
