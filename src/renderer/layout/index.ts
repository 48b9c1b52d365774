export { Dock } from './dock.tsx'
export { Said } from './notice-bar.tsx'
export { PreferencesButton, WorkspaceTabs } from './workspace-tabs.tsx'
export { useShell } from './shell.ts'
