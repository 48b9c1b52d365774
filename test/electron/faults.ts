import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Check } from './page-checks.ts'
import * as pages from './page-checks.ts'
import * as places from './place-checks.ts'
import * as processes from './process-checks.ts'
import { copyOf } from './stand-in/lower.ts'

/** Something that is broken on purpose, and the check that has to notice. */
export interface Fault {
  readonly title: string
  readonly check: Check
  /** Texts of the lowered main, and what they become; each has to be there. */
  readonly changes: readonly (readonly [RegExp, string])[]
}

const NAVIGATION = /contents\.on\("will-(navigate|redirect)", [^;]*;/g

export const FAULTS: readonly Fault[] = [
  {
    title: 'titles do not tell the mode',
    check: pages.opensOnItsScheme,
    changes: [[/return rest === word \|\|/, 'return true ||']],
  },
  {
    title: 'page and preload share a world',
    check: pages.hasItsBridgeAlone,
    changes: [[/contextIsolation: true/, 'contextIsolation: false']],
  },
  {
    title: 'pages are given Node',
    check: pages.hasItsBridgeAlone,
    changes: [
      [/\.app\.enableSandbox\(\)/, '.app'],
      [/sandbox: true/, 'sandbox: false'],
      [/contextIsolation: true/, 'contextIsolation: false'],
      [/nodeIntegration: false/, 'nodeIntegration: true'],
    ],
  },
  {
    title: 'pages are drawn without a sandbox',
    check: processes.drawsInASandbox,
    changes: [
      [/\.app\.enableSandbox\(\)/, '.app'],
      [/sandbox: true/, 'sandbox: false'],
    ],
  },
  {
    title: 'pages have no policy',
    check: pages.runsNoForeignCode,
    changes: [[/"content-security-policy": PAGE_POLICY/g, '"x-nothing": "0"']],
  },
  {
    title: 'the scheme serves any file',
    check: pages.readsItsOwnFilesAlone,
    changes: [[/return file\.startsWith\(root \+ [\w.]+\) \? file : void 0/, 'return file']],
  },
  {
    title: 'pages may go elsewhere',
    check: pages.goesNowhere,
    changes: [[NAVIGATION, '']],
  },
  {
    title: 'pages may open windows',
    check: pages.opensNoWindow,
    changes: [[/action: "deny"/, 'action: "allow"']],
  },
  {
    title: 'permissions are given',
    check: pages.hasNoPermission,
    changes: [
      [/answer\(false\)/, 'answer(true)'],
      [/setPermissionCheckHandler\(\(\) => false\)/, 'setPermissionCheckHandler(() => true)'],
    ],
  },
  {
    title: 'whoever has the bridge is answered',
    check: pages.answersNoForeignPage,
    changes: [[/throw new Error\("only the page itself may ask"\)/, '']],
  },
  {
    title: 'panels may have any name',
    check: pages.opensPanelsByName,
    changes: [[/if \(!isPanelId\(id\)\)/, 'if (false)']],
  },
  {
    title: 'no line comes unasked',
    check: processes.getsItsLineUnasked,
    changes: [[/onLoaded: \(window\) => [^\n]*/, 'onLoaded: () => void 0,']],
  },
  {
    title: 'lines lead nowhere',
    check: processes.showsLivePrices,
    changes: [[/attach\(messagePortLine\(/, 'void (messagePortLine(']],
  },
  {
    title: 'requests are not looked at',
    check: processes.carriesCommandsOut,
    changes: [[/if \(!opened\.ok\) return refuse\(NO_SENSE[^\n]*/, 'if (!opened.ok) return;']],
  },
  {
    title: 'no key zooms',
    check: pages.zoomsByKeys,
    changes: [[/zoomByKeys\(window\);/, '']],
  },
  {
    title: 'workers are told of no sleep',
    check: places.tellsWorkersOfSleep,
    changes: [[/onPower: windows\.power/, 'onPower: () => void 0']],
  },
  {
    title: 'the machine may fall asleep',
    check: places.keepsTheMachineAwake,
    changes: [[/if \(wanted && blocker === void 0\)/, 'if (false)']],
  },
  {
    title: 'places are not written down',
    check: places.comesBackWhereItWas,
    changes: [[/const note = \(\) => [^;]*;/, 'const note = () => void 0;']],
  },
  {
    title: 'killed workers stay away',
    check: processes.startsKilledWorkersAgain,
    changes: [[/return worker\.again\(exit, now, taken\)/, 'return []']],
  },
  {
    title: 'dead pages are not replaced',
    check: processes.showsDeadPagesAnew,
    changes: [[/if \(reason !== "clean-exit" && !closing\)/, 'if (false)']],
  },
  {
    title: 'a second start goes on',
    check: processes.isOneInstance,
    changes: [[/if \([\w.]+\.requestSingleInstanceLock\(\)\)/, 'if (true)']],
  },
  {
    title: 'a second start does not show the first',
    check: processes.isOneInstance,
    changes: [[/\.on\("second-instance", [^\n]*/, ';']],
  },
  {
    title: 'it leaves at once',
    check: processes.leavesInGoodOrder,
    changes: [[/event\.preventDefault\(\);\s*[^\n]*_leave\)[^\n]*/, '']],
  },
  {
    title: 'it leaves with another code',
    check: processes.leavesInGoodOrder,
    changes: [[/\.app\.exit\(await shell\.run\(\)\)/, '.app.exit(3 + await shell.run())']],
  },
]

/** A copy of a lowered build with a fault in it. Throws where there is nothing to break. */
export function breakCopy(lowered: string, into: string, { title, changes }: Fault): string {
  copyOf(lowered, into)
  const main = join(into, 'out/main/index.js')
  let text = readFileSync(main, 'utf8')
  for (const [found, becomes] of changes) {
    const broken = text.replace(found, becomes)
    if (broken === text) throw new Error(`${title}: ${String(found)} is not in the lowered main`)
    text = broken
  }
  writeFileSync(main, text)
  return into
}
