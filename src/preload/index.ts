import { contextBridge, ipcRenderer } from 'electron'
import type { WindowBridge } from '../core/contracts/window-host.ts'
import { HOST_CHANNELS, LINE_MESSAGE } from '../core/contracts/window-host.ts'

// A port cannot go through the bridge: the page's own window hands it over, to this origin alone.
ipcRenderer.on(HOST_CHANNELS.line, (event) => {
  window.postMessage(LINE_MESSAGE, window.location.origin, [...event.ports])
})

const bridge: WindowBridge = {
  host: 'electron',
  openPanel: async (id) => {
    await ipcRenderer.invoke(HOST_CHANNELS.openPanel, id)
  },
  askLine: async (since) => {
    await ipcRenderer.invoke(HOST_CHANNELS.askLine, since)
  },
}
contextBridge.exposeInMainWorld('ghtrader', bridge)
