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

/** Gives each name once, also where capitals say nothing: `a`, `A (2)`. */
export function createNames(): (folder: string, name: string) => string {
  const taken = new Set<string>()
  return (folder, name) => {
    let free = name
    for (let copy = 2; taken.has(`${folder}/${free}`.toLowerCase()); copy += 1) free = `${name} (${copy})`
    taken.add(`${folder}/${free}`.toLowerCase())
    return free
  }
}
