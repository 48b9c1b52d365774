import { conservative } from './conservative.ts'
import type { FillRule, FillRuleName } from './fill-rule.ts'
import { optimistic } from './optimistic.ts'

export function fillRule(name: FillRuleName): FillRule {
  return name === 'conservative' ? conservative : optimistic
}
