// npm start [-- --data DIR] [--port N] [--no-open] [--practice] [--electron | --browser]
import { onModernNode } from './lib/modern-node.mjs'

if (onModernNode(import.meta.url)) {
  const { endsWell } = await import('./lib/ends-well.mjs')
  const { start } = await import('./lib/start.mjs')
  await endsWell(() => start(process.argv.slice(2)))
}
