// npm run dev [-- --data DIR] [--port N] [--browser]
import { onModernNode } from './lib/modern-node.mjs'

if (onModernNode(import.meta.url)) {
  const { endsWell } = await import('./lib/ends-well.mjs')
  const { develop } = await import('./lib/dev.mjs')
  await endsWell(() => develop(process.argv.slice(2)))
}
