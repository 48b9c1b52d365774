import { createHash } from 'node:crypto'
import type { NewDigest } from '../../core/seals/index.ts'

export const newSha256: NewDigest = () => {
  const hash = createHash('sha256')
  return {
    add: (part) => void hash.update(part),
    hex: () => hash.digest('hex'),
  }
}
