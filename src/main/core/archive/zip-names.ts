import { isMediaFolder, isMessageFile } from './archive-source.ts'

/**
 * Why an entry's name is refused, or null. Nothing is unpacked to a named path here; such names are the mark of a
 * forged zip all the same, and no later change may come to trust them.
 */
export function unsafeName(name: string): string | null {
  if (name.includes('\0')) return 'Its name holds a zero byte.'
  if (name.includes('\\')) return 'Its name holds a backslash.'
  if (/^[a-zA-Z]:/.test(name) || name.startsWith('/')) return 'Its name is an absolute path.'
  if (name.split('/').includes('..')) return 'Its name leads out of the archive.'
  return null
}

/**
 * The folder inside a zip that holds X's data files: `data/`, `twitter-2025/data/` or `` (the data folder itself was
 * zipped). The one least deep wins, `data/` before others.
 */
export function findDataPrefix(names: Iterable<string>): string | null {
  let best: string | null = null
  for (const name of names) {
    const slash = name.lastIndexOf('/') + 1
    const prefix = name.slice(0, slash)
    const file = name.slice(slash)
    if (!isMessageFile(file) && file !== 'manifest.js') continue
    const depth = prefix.split('/').length - 1
    const folder = prefix.split('/').at(-2) ?? ''
    if (depth > 3 || isMediaFolder(folder)) continue
    if (best === null || rank(prefix) < rank(best) || (rank(prefix) === rank(best) && prefix < best)) best = prefix
  }
  return best
}

function rank(prefix: string): number {
  return 2 * (prefix.split('/').length - 1) - (prefix.endsWith('data/') ? 3 : 0)
}
