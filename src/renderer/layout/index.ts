export { Dock } from './dock.tsx'
export { PreferencesButton, WorkspaceTabs } from './workspace-tabs.tsx'
