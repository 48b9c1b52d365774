/** Entry of the lowered app: what an old Electron lacks, imitated or said to be unproven. */
'use strict'
const path = require('path')
const url = require('url')
const os = require('os')
const fs = require('fs')
const Module = require('module')
const { spawn } = require('child_process')
const { EventEmitter } = require('events')
require('./core-js.js')
const { builtins, give, Headers, Response } = require('./newer-node.cjs')
const electron = require('electron')
const { bundles } = require('./package.json')
const { app, ipcMain, net, protocol } = electron

const said = new Set()
function lacks(name) {
  if (said.has(name)) return
  said.add(name)
  process.stdout.write(`stand-in: not proven: ${name}\n`)
}

function quiet(target, owner, names) {
  for (const name of names) give(target, { [name]: () => lacks(`${owner}.${name}`) })
}

/** A worker under plain Node, with the same bundle, argument and environment. */
class UtilityProcess extends EventEmitter {
  constructor(file, args = [], { env = process.env, stdio = 'inherit', cwd } = {}) {
    super()
    const from = file.replace(path.join(__dirname, 'out/main'), bundles)
    const streams = typeof stdio === 'string' ? ['ignore', stdio, stdio] : stdio
    this.child = spawn(process.env.STAND_IN_NODE, [from, ...args], { env, cwd, stdio: streams })
    this.stdout = this.child.stdout
    this.stderr = this.child.stderr
    setImmediate(() => {
      this.pid = this.child.pid
      this.emit('spawn')
    })
    this.child.once('exit', (code, signal) => {
      this.pid = undefined
      this.emit('exit', code === null ? os.constants.signals[signal] : code)
    })
    // Workers die with main there.
    process.once('exit', () => this.child.kill('SIGKILL'))
  }
  kill() {
    return this.child.kill()
  }
}

const facade = Object.create(
  electron,
  Object.getOwnPropertyDescriptors({
    utilityProcess: { fork: (...args) => new UtilityProcess(...args) },
    crashReporter: { start: () => lacks('crashReporter.start') },
  }),
)
const modules = { electron: facade, 'electron/main': facade, ...builtins }
const load = Module._load
Module._load = function loadOr(request, ...rest) {
  const name = request.replace(/^node:/, '')
  return modules[name] || load.call(this, name, ...rest)
}

const TYPES = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}
net.fetch = async (address) => {
  const file = url.fileURLToPath(address)
  const type = TYPES[path.extname(file)] || 'application/octet-stream'
  return new Response(await fs.promises.readFile(file), { headers: { 'content-type': type } })
}
protocol.handle = (scheme, answer) =>
  protocol.registerBufferProtocol(scheme, (request, done) => {
    const asked = { ...request, headers: new Headers(request.headers) }
    Promise.resolve(asked)
      .then(answer)
      .then(
        (reply) =>
          done({
            statusCode: reply.status,
            headers: Object.fromEntries(reply.headers),
            mimeType: (reply.headers.get('content-type') || '').split(';')[0] || undefined,
            data: Buffer.from(reply.body || ''),
          }),
        () => done({ error: -2 }),
      )
  })

for (const method of ['handle', 'on']) {
  const real = ipcMain[method]
  ipcMain[method] = (channel, listener) =>
    real.call(ipcMain, channel, (event, ...args) => {
      give(event, { senderFrame: { url: event.sender.getURL(), parent: null } })
      return listener(event, ...args)
    })
}

const LATER = ['setDevicePermissionHandler', 'setDisplayMediaRequestHandler']
app.on('session-created', (made) => quiet(made, 'session', LATER))
app.on('web-contents-created', (_event, contents) => {
  const ask = (decide) => (event, target) => {
    if (decide({ url: target }).action === 'deny') event.preventDefault()
  }
  contents.setWindowOpenHandler = (decide) => {
    // The page would wait for its window if only the public event were prevented.
    contents.on('-will-add-new-contents', ask(decide))
    contents.on('new-window', (event) => event.preventDefault())
  }
  for (const name of ['will-navigate', 'will-redirect']) {
    contents.prependListener(name, (event, target) => Object.assign(event, { url: target }))
  }
})
// Node 12 would crash while it unloads zeromq.
app.on('quit', (_event, code) => {
  process.emit('exit', code)
  process.reallyExit(code)
})
require('./out/main/index.js')
