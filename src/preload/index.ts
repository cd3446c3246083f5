import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../shared/bridge.ts'

/** Tells this page's frames from those of the page before a reload. */
const page = crypto.randomUUID()

const bridge: Bridge = {
  send: (frame) => ipcRenderer.send('core:frame', page, String(frame)),
  onFrame: (listener) => {
    const receive = (_event: unknown, target: unknown, frame: string | null): void => {
      if (target === page) listener(frame)
    }
    ipcRenderer.on('core:frame', receive)
    return () => ipcRenderer.off('core:frame', receive)
  },
  native: (action) => ipcRenderer.invoke('native:action', action)
}

contextBridge.exposeInMainWorld('backchannel', bridge)
