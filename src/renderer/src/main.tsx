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
import { afterNextPaint, createWindowMeter } from './core/window-meter.ts'
import { followLanguage } from './i18n/language.ts'
import { firstAnswers } from './shell/first-answers.ts'
import { PlaceMemory, startingPlace } from './shell/place-memory.ts'
import { conversationOf } from './shell/window-address.ts'

const client = new CoreClient(() => crypto.randomUUID())
const meter = createWindowMeter(window, afterNextPaint)
const native = window.backchannel?.native ?? null
const store = new ViewStore(client)
followLanguage(store)
connectCore(client)

const place = new PlaceMemory(localStorage)
const conversation = conversationOf(location.hash)
await firstAnswers(store, conversation === null ? place.place : { ...startingPlace, conversation })

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root.')
createRoot(root).render(<App core={{ client, store, meter, native }} place={place} conversation={conversation} />)
