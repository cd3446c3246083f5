import path from 'node:path'

/**
 * The folder above `out/main` or `src/main`, wherever in there (a shared chunk, a source file) the caller lies: the
 * checkout in development, the app's archive when packaged.
 */
export function projectRoot(moduleDir: string): string {
  let folder = moduleDir
  while (path.basename(folder) !== 'main' && path.dirname(folder) !== folder) folder = path.dirname(folder)
  return path.resolve(folder, '../..')
}

export function builtRendererDir(moduleDir: string): string {
  return path.join(projectRoot(moduleDir), 'out', 'renderer')
}
