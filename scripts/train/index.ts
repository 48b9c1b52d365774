import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readProducts } from '../../src/adapters/resources/index.ts'
import { simulatedInstruments } from '../../src/core/domain/index.ts'
import { describeEvaluation } from './evaluation.ts'
import { SHIPPED } from './plan.ts'
import { trainModel } from './train-model.ts'

const RESOURCES = join(import.meta.dirname, '../../resources')

const products = readProducts(join(RESOURCES, 'products.json'))
if (products.ok) {
  const instruments = simulatedInstruments(products.value)
  const { file, manifest, test } = trainModel(SHIPPED, instruments, (epoch) => {
    const losses = `${epoch.trainingLoss.toFixed(4)} training, ${epoch.validationLoss.toFixed(4)} kept aside`
    console.log(`epoch ${epoch.number} of ${SHIPPED.rules.epochs}: loss ${losses}`)
  })
  const folder = join(RESOURCES, 'models')
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, manifest.file), file)
  writeFileSync(
    join(folder, `${manifest.name}.json`),
    `${JSON.stringify(manifest, undefined, 2)}\n`,
  )
  console.log(describeEvaluation('markets not seen before', test))
  console.log(`resources/models/${manifest.file}: ${file.length} bytes, sha256 ${manifest.sha256}`)
} else {
  console.error(products.error.message)
  process.exitCode = 1
}
