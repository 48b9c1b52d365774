import { createContext, useContext } from 'react'

/** Whether the workspace that a component belongs to is the one on the screen. */
const ShownWorkspace = createContext(true)

export const ShownWorkspaceProvider = ShownWorkspace.Provider

export function useShown(): boolean {
  return useContext(ShownWorkspace)
}
