/** A folder of the library; there is one wherever a reply says that it lies there. */
export interface Folder {
  /** The path as one text, see `folderKey`. */
  readonly key: string
  readonly path: readonly string[]
  readonly name: string
  /** 0 for the outermost. */
  readonly depth: number
  /** Replies in it and below. */
  readonly count: number
  readonly hasFolders: boolean
}

const SEPARATOR = ' / '

/** What a path is called in one line: `Orders / Refunds`. */
export function folderKey(path: readonly string[]): string {
  return path.join(SEPARATOR)
}

/** What was typed for a folder: slashes part the names. */
export function folderPath(typed: string): readonly string[] {
  return typed
    .split('/')
    .map((name) => name.replaceAll(/\s+/gu, ' ').trim())
    .filter((name) => name !== '')
}

/** Whether a path lies in another one, or is it. */
export function liesIn(path: readonly string[], folder: readonly string[]): boolean {
  return folder.every((name, depth) => path[depth] === name)
}

/**
 * All folders, each before those in it, by name.
 * @param compare of names, in the language of the window
 */
export function foldersOf(
  replies: readonly { readonly folder: readonly string[] }[],
  compare: (a: string, b: string) => number
): readonly Folder[] {
  const counts = new Map<string, { readonly path: readonly string[]; count: number }>()
  for (const { folder } of replies) {
    for (let depth = 1; depth <= folder.length; depth += 1) {
      const path = folder.slice(0, depth)
      const known = counts.get(JSON.stringify(path))
      if (known) known.count += 1
      else counts.set(JSON.stringify(path), { path, count: 1 })
    }
  }
  const paths = [...counts.values()].toSorted((a, b) => comparePaths(a.path, b.path, compare))
  return paths.map(({ path, count }, index) => ({
    key: folderKey(path),
    path,
    name: path.at(-1) ?? '',
    depth: path.length - 1,
    count,
    hasFolders: (paths[index + 1]?.path.length ?? 0) > path.length
  }))
}

/** Those that are seen while some are closed. */
export function openFolders(folders: readonly Folder[], closed: ReadonlySet<string>): readonly Folder[] {
  return folders.filter(({ path }) =>
    path.every((_, depth) => depth === path.length - 1 || !closed.has(folderKey(path.slice(0, depth + 1))))
  )
}

function comparePaths(a: readonly string[], b: readonly string[], compare: (a: string, b: string) => number): number {
  for (const [depth, name] of a.entries()) {
    const other = b[depth]
    if (other === undefined) return 1
    const order = compare(name, other) || (name < other ? -1 : name > other ? 1 : 0)
    if (order !== 0) return order
  }
  return a.length - b.length
}
