// npm run check: format, lint, types, unused code, and rules of this project that no tool knows.
import { onModernNode } from './lib/modern-node.mjs'

if (onModernNode(import.meta.url)) {
  const { endsWell } = await import('./lib/ends-well.mjs')
  const { checkAll } = await import('./lib/check.mjs')
  await endsWell(checkAll)
}
