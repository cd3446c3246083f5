import path from 'node:path'

/** The folder of the practice workspace beside real accounts. */
export function practiceDataDir(dataDir: string): string {
  return path.join(dataDir, 'practice')
}
