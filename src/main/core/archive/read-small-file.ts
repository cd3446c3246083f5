import type { ArchiveSource, SourceFile } from './archive-source.ts'

/**
 * The JSON behind the first `=` of a small file (`account.js`, `manifest.js`); the name on its left has changed too
 * often to be looked at. Throws an Error with a sentence when it is too large, damaged or no JSON.
 */
export async function readSmallFile(source: ArchiveSource, file: SourceFile, maxBytes: number): Promise<unknown> {
  if (file.problem !== null) throw new Error(file.problem.message)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of source.read(file)) {
    bytes += chunk.length
    if (bytes > maxBytes) throw new Error(`It is larger than ${maxBytes >> 20} MB.`)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  const json = text.slice(text.indexOf('=') + 1).replace(/;\s*$/, '')
  try {
    return JSON.parse(json)
  } catch (error) {
    throw new Error('It is damaged: what it holds is no JSON.', { cause: error })
  }
}
