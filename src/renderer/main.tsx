import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Welcome } from './welcome.tsx'

/** Put in by the build from package.json. */
declare const WORKSTATION_VERSION: string

const place = document.getElementById('page')
if (place === null) throw new Error('the page has no element with the id "page"; mend index.html')
createRoot(place).render(
  <StrictMode>
    <Welcome version={WORKSTATION_VERSION} />
  </StrictMode>,
)
