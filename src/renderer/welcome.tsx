import type { ReactElement } from 'react'

/** What the window has to say before it shows the market. */
export function Welcome({ version }: { readonly version: string }): ReactElement {
  return (
    <>
      <h1>ghTrader Workstation {version}</h1>
      <p>
        The trading desk is not part of this version yet; this window only proves that it opens.
      </p>
      <p>
        The workstation runs in the terminal: <code>npm start</code> trades the built-in market
        there.
      </p>
    </>
  )
}
