import { createContext, useContext } from 'react'

/** Where a component stands: in which panel, and whether that can be seen. */
export interface PanelPlace {
  /** Of the panel in its layout; undefined outside of all panels. */
  readonly panel: string | undefined
  /** Behind another tab or in another workspace nothing is painted, and keys do nothing. */
  readonly shown: boolean
}

const Place = createContext<PanelPlace>({ panel: undefined, shown: true })

export const PanelPlaceProvider = Place.Provider

export function usePanelPlace(): PanelPlace {
  return useContext(Place)
}
