import type { PanelCondition } from '../../components/index.ts'
import type { Desk } from '../../desk/index.ts'
import type { Translate } from '../../words/index.ts'

/**
 * How a panel stands that has no contract to show: none is chosen, or one that is not of this
 * market. Undefined where it has one, or where main may still tell of it.
 *
 * @param keys what finds a contract.
 */
export function noContract(
  desk: Desk,
  symbol: string | undefined,
  keys: string,
  t: Translate,
): PanelCondition | undefined {
  if (symbol === undefined) return { kind: 'empty', words: t('contract.none'), keys }
  const known = desk.replica?.state.instruments ?? []
  if (known.length === 0 || desk.instrument(symbol) !== undefined) return undefined
  return { kind: 'empty', words: t('contract.unknown', { symbol }), keys }
}
