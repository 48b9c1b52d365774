import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openWindow } from './app/open-window.ts'
import { Workstation } from './app/workstation.tsx'
import { WindowProvider } from './desk/index.ts'
import { linkOfPage } from './link/link-of-page.ts'
import { keepingIn } from './preferences/index.ts'
import './styles/tokens.css'
import './styles/base.css'
import './styles/forced.css'

const place = document.getElementById('page')
if (place === null) throw new Error('the page has no element with the id "page"; mend index.html')
const window = openWindow(linkOfPage(), keepingIn(storage()), document.documentElement)
createRoot(place).render(
  <StrictMode>
    <WindowProvider value={window}>
      <Workstation />
    </WindowProvider>
  </StrictMode>,
)

/** Undefined where the browser forbids it: even to look at it throws there. */
function storage(): Storage | undefined {
  try {
    return localStorage
  } catch {
    return undefined
  }
}
