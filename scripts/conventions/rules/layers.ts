import { importsOf } from '../imports.ts'
import type { Import } from '../imports.ts'
import type { Rule, SourceFile, Violation } from '../source.ts'
import { isCode } from '../source.ts'

interface Layer {
  readonly folder: string
  /** Folders whose files it may import, its own included. */
  readonly may: readonly string[]
  /** Folders inside those that it may not import all the same. */
  readonly never?: readonly string[]
  /** Which packages it may import. */
  readonly packages: RegExp
}

const NO_PACKAGE = /^$/
const NODE = /^(?!electron(\/|$)|react)/

/** Who may import whom. The first layer whose folder holds a file speaks for it. */
export const LAYERS: readonly Layer[] = [
  {
    folder: 'src/core/contracts',
    may: ['src/core'],
    never: ['src/core/engine', 'src/core/strategies'],
    packages: /^msgpackr$/,
  },
  // The driver is where engines and exchange are joined in one process.
  { folder: 'src/core/engine/driver', may: ['src/core'], packages: NO_PACKAGE },
  {
    folder: 'src/core/engine',
    may: ['src/core'],
    never: ['src/core/exchange'],
    packages: NO_PACKAGE,
  },
  {
    folder: 'src/core/exchange',
    may: ['src/core'],
    never: ['src/core/engine', 'src/core/strategies'],
    packages: NO_PACKAGE,
  },
  { folder: 'src/core', may: ['src/core'], packages: NO_PACKAGE },
  { folder: 'src/adapters', may: ['src/core', 'src/adapters'], packages: NODE },
  { folder: 'src/main', may: ['src/core', 'src/adapters', 'src/main'], packages: /^(?!react)/ },
  { folder: 'src/preload', may: ['src/core', 'src/preload'], packages: /^electron$/ },
  {
    folder: 'src/renderer',
    may: ['src/core', 'src/renderer'],
    packages: /^(?!node:|electron(\/|$))/,
  },
  { folder: 'workers', may: ['src/core', 'src/adapters', 'workers'], packages: NODE },
  { folder: 'scripts', may: ['src/core', 'src/adapters', 'scripts'], packages: NODE },
  {
    folder: 'test',
    may: ['src/core', 'src/adapters', 'src/main', 'src/renderer', 'workers', 'scripts', 'test'],
    packages: NODE,
  },
]

/** A folder is a layer: facts flow one way, and so do imports. */
export const layers: Rule = (files) => files.filter((file) => isCode(file.path)).flatMap(check)

function check(file: SourceFile): readonly Violation[] {
  const layer = LAYERS.find(({ folder }) => isIn(file.path, folder))
  if (layer === undefined) return []
  return importsOf(file).flatMap((found) => {
    const wrong = mistake(layer, file.path, found)
    return wrong === undefined
      ? []
      : [{ path: file.path, line: found.line, rule: 'layers', mend: wrong }]
  })
}

function mistake(layer: Layer, path: string, { specifier, target }: Import): string | undefined {
  if (target === undefined)
    return layer.packages.test(specifier)
      ? undefined
      : `${layer.folder} may not import the package ${specifier}; put what needs it behind a port`
  const forbidden = layer.never?.some((folder) => isIn(target, folder)) ?? false
  const allowed = layer.may.some((folder) => isIn(target, folder))
  if (forbidden || !allowed)
    return `${layer.folder} may not import ${target}; move the code, or meet through contracts and ports`
  const [worker, other] = [workerOf(path), workerOf(target)]
  if (worker !== undefined && other !== undefined && worker !== other)
    return `worker ${worker} may not import worker ${other}; they meet on the bus`
  return undefined
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

function workerOf(path: string): string | undefined {
  return /^workers\/([^/]+)\//.exec(path)?.[1]
}
