import { type Bridge, bridgePort } from '../../../shared/bridge.ts'
import type { CoreClient } from '../../../shared/core-client.ts'
import { backOff } from './back-off.ts'
import { webSocketPort } from './web-socket-port.ts'

declare global {
  interface Window {
    /** Made by the preload script; absent in the browser host. */
    readonly backchannel?: Bridge
  }
}

/**
 * Connects the client to the core: through the preload's bridge when there is one, else over a WebSocket beside the
 * page, again and again with back-off. The only place that knows that there are two hosts.
 */
export function connectCore(client: CoreClient): void {
  if (window.backchannel) connectBridge(client, window.backchannel)
  else connectSocket(client)
}

function connectBridge(client: CoreClient, bridge: Bridge): void {
  const port = bridgePort(bridge)
  client.attach(port)
  // The core was started again behind the same bridge.
  port.onClose(() => connectBridge(client, bridge))
}

function connectSocket(client: CoreClient): void {
  const address = new URL('core', location.href)
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:'
  address.hash = ''
  address.search = ''
  let attempt = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let trying = false

  function open(): void {
    clearTimeout(timer)
    trying = true
    const socket = new WebSocket(address)
    socket.addEventListener('open', () => (attempt = 0))
    const port = webSocketPort(socket)
    client.attach(port)
    port.onClose(() => {
      trying = false
      if (client.connection === 'fatal') return
      timer = setTimeout(open, backOff(attempt, Math.random()))
      attempt += 1
    })
  }

  open()
  // Somebody looks at the window again: no reason to wait any longer.
  document.addEventListener('visibilitychange', () => {
    if (!trying && document.visibilityState === 'visible' && client.connection === 'lost') open()
  })
}
