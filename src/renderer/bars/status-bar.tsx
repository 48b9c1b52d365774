import type { ReactElement } from 'react'
import { useSlice } from '../desk/index.ts'
import './bars.css'

export function StatusBar(): ReactElement {
  const quotes = useSlice(['quotes'], ({ replica }) => replica?.told.quotes ?? 0)
  return <footer className="status-bar">{quotes}</footer>
}
