import '@fontsource-variable/inter/index.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './theme/tokens.css'
import './theme/base.css'
import { createRoot } from 'react-dom/client'
import { CoreClient } from '../../shared/core-client.ts'
import { App } from './App.tsx'
import { connectCore } from './core/connect.ts'
import { ViewStore } from './core/view-store.ts'

const client = new CoreClient(() => crypto.randomUUID())
const native = window.backchannel?.native ?? null
connectCore(client)

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
createRoot(root).render(<App core={{ client, store: new ViewStore(client), native }} />)
