// npm test: everything; the last line is "N passed, N failed".
import { onModernNode } from './lib/modern-node.mjs'

if (onModernNode(import.meta.url)) {
  const { endsWell } = await import('./lib/ends-well.mjs')
  const { testAll } = await import('./lib/test.mjs')
  await endsWell(testAll)
}
