#!/usr/bin/env node
// Runs on whatever Node the machine has: nothing native and no new syntax before the version is checked.
import { onModernNode } from '../scripts/lib/modern-node.mjs'

if (onModernNode(import.meta.url)) {
  import('../scripts/lib/build.mjs')
    .then(({ ensureBuilt }) => ensureBuilt())
    .then(() => import('../out/main/cli.js'))
    .catch((error) => {
      process.stderr.write(`${process.argv.includes('--debug') ? error.stack : error.message}\n`)
      process.exitCode = 1
    })
}
