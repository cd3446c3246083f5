/** What no file system of ours takes, or gives a meaning to. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}]+/gu
/** Devices of Windows, whatever their ending. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu
/** In bytes: most file systems take 255, and endings come behind. */
const LONGEST = 120

/** A name for a file or a folder that every system takes. */
export function safeName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(UNSAFE, '-')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^[\s.-]+|[\s.]+$/gu, '')
  const short = shortened(plain)
  if (short === '') return 'untitled'
  return RESERVED.test(short) ? `_${short}` : short
}

function shortened(name: string): string {
  let bytes = 0
  let kept = ''
  for (const character of name) {
    bytes += Buffer.byteLength(character)
    if (bytes > LONGEST) break
    kept += character
  }
  return kept.trimEnd()
}

/**
 * Gives each name once, also where capitals say nothing: `a`, `A (2)`. With each of its endings it is no other name with one
 * of its own, nor a folder: `a.es` with `.md` would be `a` with `.es.md`.
 * @param folders paths with `/` @returns for the path of a folder, '' for none of them
 */
export function createNames(
  folders: Iterable<string>
): (folder: string, name: string, endings: readonly string[]) => string {
  const taken = new Set<string>()
  for (const folder of folders) {
    const parts = folder.toLowerCase().split('/')
    for (const at of parts.keys()) taken.add(`/${parts.slice(0, at + 1).join('/')}`)
  }
  return (folder, name, endings) => {
    const place = folder === '' ? '/' : `/${folder}/`
    const files = (free: string): string[] => endings.map((ending) => `${place}${free}${ending}`.toLowerCase())
    let free = name
    for (let copy = 2; files(free).some((file) => taken.has(file)); copy += 1) free = `${name} (${copy})`
    for (const file of files(free)) taken.add(file)
    return free
  }
}
