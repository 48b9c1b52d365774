import { useEffect, useState } from 'react'
import { useSelected } from '../../desk/index.ts'
import { hasPrice } from './has-price.ts'

/** Where no price comes, history is charted after so long, in milliseconds. */
const PRICES_WITHIN = 1_500

/** A chart is much to make: the first prices of a window that opens are drawn before it. */
export function useAfterPrices(): boolean {
  const [isOver, setOver] = useState(false)
  const isThere = useSelected(['quotes', 'link'], ({ replica }) => hasPrice(replica))
  useEffect(() => {
    const timer = setTimeout(() => setOver(true), PRICES_WITHIN)
    return () => clearTimeout(timer)
  }, [])
  return isThere || isOver
}
