/** Longest line that is kept, in characters. A real one has a few thousand. */
const LONGEST_LINE = 1_000_000

export interface LineSplitter {
  /** Takes the next bytes of a stream; calls back once per complete line, without its end. */
  push(bytes: Uint8Array): void
}

/**
 * Cuts a stream into lines (`\n` or `\r\n`). Bytes may be cut anywhere, inside a character too. A line longer than the
 * limit is dropped as a whole, so that a stream gone wrong cannot fill the memory.
 * @param onTooLong called once for each dropped line.
 */
export function createLineSplitter(onLine: (line: string) => void, onTooLong: () => void): LineSplitter {
  const decoder = new TextDecoder()
  let rest = ''
  let dropping = false
  return {
    push(bytes) {
      const pieces = decoder.decode(bytes, { stream: true }).split('\n')
      for (const [index, piece] of pieces.entries()) {
        const ends = index < pieces.length - 1
        if (!dropping) {
          rest += piece
          if (rest.length > LONGEST_LINE) {
            rest = ''
            dropping = true
            onTooLong()
          }
        }
        if (!ends) continue
        if (!dropping) onLine(rest.endsWith('\r') ? rest.slice(0, -1) : rest)
        rest = ''
        dropping = false
      }
    }
  }
}
