import type { ReactElement } from 'react'
import { useWords } from '../../desk/index.ts'

const ADDRESS = 'https://www.tradingview.com/'

/** The chart library's notice asks for a link to its makers where charts are shown. */
export function Attribution(): ReactElement {
  const t = useWords()
  return (
    <a
      className="chart-attribution"
      href={ADDRESS}
      target="_blank"
      rel="noopener noreferrer"
      title={t('chart.attribution')}
      onClick={(event) => {
        const shell = window.ghtrader as { openExternal?: (address: string) => void } | undefined
        if (shell?.openExternal === undefined) return
        event.preventDefault()
        shell.openExternal(ADDRESS)
      }}
    >
      TradingView
    </a>
  )
}
