/**
 * `npm run setup`: gets this machine ready, one line an item, and fails on what is needed and
 * missing. Servers for tests, and what shows windows in them, are installed where this user may;
 * elsewhere it says what is missing and how to mend it, since the workstation runs without them.
 * With CI=true nothing may be skipped, so there they are needed.
 */
import { fileURLToPath } from 'node:url'
import { attemptsOf } from './setup/attempts.mjs'
import { findElectron } from './setup/electron.mjs'
import { obtainElectron } from './setup/obtain-electron.mjs'
import { findNativeModule, NATIVE_MODULES } from './setup/native-modules.mjs'
import { findNode } from './setup/node-version.mjs'
import { findPackages } from './setup/packages.mjs'
import { findRecordings } from './setup/recordings.mjs'
import { findServices, missingServices, provideServices } from './setup/services.mjs'
import { thisMachine } from './setup/surroundings.mjs'

const FLAGS = {
  '--again': 'try at once what failed within the last hour',
  '--electron': 'try at once to fetch the program of Electron',
}

const root = fileURLToPath(new URL('..', import.meta.url))
const surroundings = thisMachine()
const { environment, run } = surroundings
const isCi = environment['CI'] === 'true'
let failures = 0

/** @param {string} name @param {import('./setup/finding.mjs').Finding} finding */
function row(name, { there, found, mend }, isNeeded = false) {
  if (!there && isNeeded) failures++
  const verdict = there ? 'ok  ' : isNeeded ? 'FAIL' : 'miss'
  line(verdict, name, there || mend === undefined ? found : `${found}; ${mend}`)
}

/** @param {string} verdict @param {string} name @param {string} text */
function line(verdict, name, text) {
  console.log(`${verdict}  ${name.padEnd(15)} ${text}`)
}

function services() {
  const before = findServices(surroundings)
  const attempts = attemptsOf(surroundings, Date.now())
  const wanted = missingServices(before)
  if (wanted.length === 0) return before
  if (attempts.failedLately() && !isCi && !process.argv.includes('--again')) {
    line('....', 'Services', 'not tried again within an hour; npm run setup -- --again does')
    return before
  }
  const wrong = provideServices(before, surroundings, (name, doing) => line('....', name, doing))
  for (const reason of wrong) line('....', 'Services', reason)
  const after = findServices(surroundings)
  if (missingServices(after).length > 0) attempts.rememberFailure()
  else attempts.forget()
  return after
}

/** What shows the window where it is there; npm start fetches it too, once. */
async function electron() {
  const before = findElectron(root, environment)
  if (before.there || !process.argv.includes('--electron')) return before
  const tell = (/** @type {string} */ words) => line('....', 'Electron', words)
  const reason = await obtainElectron({ root, surroundings, tell })
  if (reason !== '') line('....', 'Electron', reason)
  return findElectron(root, environment)
}

async function setUp() {
  row('Node', findNode(process.versions.node), true)
  row('Packages', findPackages(root), true)
  for (const [name, module] of Object.entries(NATIVE_MODULES))
    row(name, findNativeModule(root, module, run), true)
  const found = services()
  const wanted = new Set(missingServices(found).map(String))
  for (const [name, finding] of Object.entries(found)) {
    if (finding.there || wanted.has(name)) row(name, finding, isCi)
    else line('ok  ', name, 'absent, and not needed: QuestDB is there')
  }
  row('Electron', await electron())
  row('Recorded ticks', findRecordings(root, environment))
}

const unknown = process.argv.slice(2).find((flag) => !(flag in FLAGS))
if (unknown === undefined) await setUp()
else {
  const known = Object.entries(FLAGS).map(([flag, about]) => `  ${flag.padEnd(11)} ${about}`)
  console.error(`setup: there is no flag ${unknown}; there are\n${known.join('\n')}`)
  failures++
}
process.exitCode = failures === 0 ? 0 : 1
