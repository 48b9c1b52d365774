/** Builds the benchmark's page into the folder that it is told. */
import { argv } from 'node:process'
import { buildPage } from './build-page.ts'

const [, , folder] = argv
if (folder === undefined) throw new Error('no folder is named')
await buildPage(folder)
