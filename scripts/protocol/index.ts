/** `npm run protocol`: writes the layouts of the wire into docs/protocol.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { withTables } from './tables.ts'

const path = resolve(import.meta.dirname, '../../docs/protocol.md')
writeFileSync(path, withTables(readFileSync(path, 'utf8')))
