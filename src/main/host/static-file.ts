import { stat } from 'node:fs/promises'
import path from 'node:path'

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8'
}

/**
 * The file inside `root` that an address's path (still percent-encoded) names; `/` is index.html.
 * @returns null for a path that leaves the root, hides something (`%2f`, null bytes, backslashes, dot files) or is no
 *   valid encoding.
 */
function resolveInside(root: string, encodedPath: string): string | null {
  // An encoded slash has no business here: it only serves to smuggle `..` past a check.
  if (/%2f|%5c|%00/i.test(encodedPath)) return null
  const decoded = decodePath(encodedPath)
  if (decoded === null || !decoded.startsWith('/') || /[\\\0]/.test(decoded)) return null
  const segments = decoded.split('/').slice(1)
  if (segments.some((segment) => segment.startsWith('.') || segment.includes(':'))) return null
  const base = path.resolve(root)
  const file = path.resolve(base, ...(decoded === '/' ? ['index.html'] : segments))
  return file.startsWith(base + path.sep) ? file : null
}

function decodePath(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return null
  }
}

export interface StaticFile {
  readonly file: string
  readonly size: number
  readonly contentType: string
  /** True for files whose name carries a hash of their content. */
  readonly immutable: boolean
}

/** @returns null when there is no such file inside `root`, or when its kind is not one that a page consists of. */
export async function findStaticFile(root: string, encodedPath: string): Promise<StaticFile | null> {
  const file = resolveInside(root, encodedPath)
  const contentType = file === null ? undefined : CONTENT_TYPES[path.extname(file).toLowerCase()]
  if (file === null || contentType === undefined) return null
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) return null
  return { file, size: found.size, contentType, immutable: /-[\w-]{8,}\.\w+$/.test(path.basename(file)) }
}
