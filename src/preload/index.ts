import { contextBridge } from 'electron'

/** All that the page learns for now: which host shows it. The link to the main process joins it. */
contextBridge.exposeInMainWorld('ghtrader', { host: 'electron' })
