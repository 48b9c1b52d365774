/** What Node 20 has and Node 12 has not, as far as main uses it. */
'use strict'
const fs = require('fs')
const path = require('path')
const util = require('util')
const v8 = require('v8')
const http = require('http')
const crypto = require('crypto')
const { EventEmitter } = require('events')

function give(target, extra) {
  for (const key of Object.keys(extra)) if (target[key] === undefined) target[key] = extra[key]
}

class Signal extends EventEmitter {
  constructor() {
    super()
    this.aborted = false
  }
  addEventListener(type, listener) {
    this.on(type, listener)
  }
  removeEventListener(type, listener) {
    this.off(type, listener)
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason
  }
}

class AbortController {
  constructor() {
    this.signal = new Signal()
  }
  abort(reason = Object.assign(new Error('aborted'), { name: 'AbortError' })) {
    if (this.signal.aborted) return
    Object.assign(this.signal, { aborted: true, reason })
    this.signal.emit('abort', { type: 'abort' })
  }
}

class Headers extends Map {
  constructor(init = {}) {
    super()
    const entries = typeof init.entries === 'function' ? init.entries() : Object.entries(init)
    for (const [key, value] of entries) this.set(key, value)
  }
  set(key, value) {
    return super.set(key.toLowerCase(), String(value))
  }
  get(key) {
    return super.has(key.toLowerCase()) ? super.get(key.toLowerCase()) : null
  }
}

class Response {
  constructor(body, { status = 200, headers } = {}) {
    Object.assign(this, { body, status, ok: status < 300, headers: new Headers(headers) })
  }
}

give(crypto, {
  randomUUID: () =>
    crypto
      .randomBytes(16)
      .toString('hex')
      .replace(/^(.{8})(.{4}).(.{3}).(.{3})/, '$1-$2-4$3-8$4-'),
})

const { lstatSync, statSync, readdirSync } = fs
/** `throwIfNoEntry: false` answers undefined. */
function lenient(real) {
  return (file, options) => {
    try {
      return real(file, options)
    } catch (error) {
      if (error.code === 'ENOENT' && options && options.throwIfNoEntry === false) return undefined
      throw error
    }
  }
}
fs.lstatSync = lenient(lstatSync)
fs.statSync = lenient(statSync)
fs.readdirSync = (folder, options) => {
  if (!options || !options.recursive) return readdirSync(folder, options)
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    entry.parentPath = folder
    if (!entry.isDirectory()) return [entry]
    return [entry, ...fs.readdirSync(path.join(folder, entry.name), options)]
  })
}
give(fs, {
  rmSync: (file, { recursive, force } = {}) => {
    try {
      if (fs.lstatSync(file).isDirectory()) fs.rmdirSync(file, { recursive })
      else fs.unlinkSync(file)
    } catch (error) {
      if (!force) throw error
    }
  },
})
give(http.Server.prototype, {
  closeIdleConnections: () => undefined,
  closeAllConnections: () => undefined,
})

const { toString } = Buffer.prototype
Buffer.prototype.toString = function toText(encoding, ...rest) {
  if (encoding !== 'base64url') return toString.call(this, encoding, ...rest)
  return toString.call(this, 'base64').replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
}

/** With `strict: false` and `tokens: true`, as the workstation's own flags are read. */
function parseArgs({ args, options }) {
  const tokens = []
  for (let index = 0; index < args.length; index++) {
    const [rawName, inline] = args[index].split(/=(.*)/s)
    if (!rawName.startsWith('--')) {
      tokens.push({ kind: 'positional', value: args[index] })
      continue
    }
    const name = rawName.slice(2)
    const takes = options[name] !== undefined && options[name].type === 'string'
    const value = inline === undefined && takes ? args[++index] : inline
    tokens.push({ kind: 'option', name, rawName, value })
  }
  return { tokens, values: {}, positionals: [] }
}
give(util, { parseArgs })
give(process.memoryUsage, { rss: () => process.memoryUsage().rss })

give(global, {
  Headers,
  Response,
  AbortController,
  performance: require('perf_hooks').performance,
  structuredClone: (value) => v8.deserialize(v8.serialize(value)),
  crypto: { getRandomValues: (view) => crypto.randomFillSync(view) },
})

const builtins = {
  'fs/promises': fs.promises,
  'timers/promises': {
    setTimeout: util.promisify(setTimeout),
    setImmediate: util.promisify(setImmediate),
  },
  'stream/promises': { pipeline: util.promisify(require('stream').pipeline) },
}

module.exports = { builtins, give, Headers, Response }
