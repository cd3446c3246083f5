const SPACE = 0x20
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_BRACKET = 0x5b
const BACKSLASH = 0x5c
const CLOSE_BRACKET = 0x5d
const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d

type CutOutcome = 'more' | 'complete' | 'too-deep' | 'damaged'

/** Finds the end of one JSON value in bytes that arrive in pieces, without looking into it further than that. */
export interface ValueCutter {
  /** Where `advance` stopped: behind the value when it is complete. May lie one byte behind `end` (a cut escape). */
  readonly position: number
  begin(): void
  /** Reads on in `bytes` from `from` up to `end`. */
  advance(bytes: Uint8Array, from: number, end: number): CutOutcome
}

/** @param maxDepth brackets within brackets, at most 255 */
export function createCutter(maxDepth: number): ValueCutter {
  const closers = new Uint8Array(maxDepth + 1)
  let depth = 0
  let inString = false
  let position = 0

  function advance(bytes: Uint8Array, from: number, end: number): CutOutcome {
    let index = from
    // Locals, not the closure's variables, inside the loop: nearly twice as fast.
    let level = depth
    let quoted = inString
    const stop = (outcome: CutOutcome): CutOutcome => {
      position = index
      depth = level
      inString = quoted
      return outcome
    }
    while (index < end) {
      if (quoted) {
        let byte = bytes[index] ?? 0
        while (byte !== QUOTE && byte !== BACKSLASH && byte >= SPACE && index < end) byte = bytes[++index] ?? 0
        if (index >= end) break
        if (byte === QUOTE) {
          quoted = false
          index += 1
          if (level === 0) return stop('complete')
        } else if (byte === BACKSLASH) index += 2
        // JSON escapes control characters: one inside a text means that its closing quote is lost.
        else return stop('damaged')
        continue
      }
      const byte = bytes[index] ?? 0
      if (byte === QUOTE) quoted = true
      else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        if (level === maxDepth) return stop('too-deep')
        level += 1
        closers[level] = byte === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        // At depth 0 this ends a number, true, false or null, and belongs to what is around it.
        if (level === 0) return stop('complete')
        if (closers[level] !== byte) return stop('damaged')
        level -= 1
        if (level === 0) {
          index += 1
          return stop('complete')
        }
      } else if (level === 0 && (byte === COMMA || byte === COLON || byte <= SPACE)) return stop('complete')
      index += 1
    }
    return stop('more')
  }

  return {
    get position() {
      return position
    },
    begin() {
      depth = 0
      inString = false
    },
    advance
  }
}
