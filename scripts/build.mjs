import { onModernNode } from './lib/modern-node.mjs'

if (onModernNode(import.meta.url)) {
  const { ensureBuilt } = await import('./lib/build.mjs')
  const { endsWell } = await import('./lib/ends-well.mjs')
  await endsWell(async () => void (await ensureBuilt({ force: true })))
}
