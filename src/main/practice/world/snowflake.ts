const EPOCH = 1_288_834_974_657n
/** Data centre and worker bits. Not zero, so that no id survives a trip through a JavaScript number unharmed. */
const WORKER = 0b01011_01101n << 12n

/** A snowflake of X for a moment (ms since 1970). `sequence` tells ids of the same millisecond apart. */
export function snowflake(at: number, sequence: number): string {
  const milliseconds = BigInt(Math.max(0, Math.trunc(at))) - EPOCH
  if (milliseconds < 0n) throw new Error('X had no snowflakes before November 2010')
  return String((milliseconds << 22n) | WORKER | (1n + BigInt(sequence)))
}

/** Two ids as the numbers they stand for: negative when `left` is the older one. */
export function compareSnowflakes(left: string, right: string): number {
  if (left.length !== right.length) return left.length - right.length
  if (left === right) return 0
  return left < right ? -1 : 1
}

/** The id of the 1:1 conversation of two users: the smaller id stands first (x-api.md 1.4). */
export function directConversation(a: string, b: string): string {
  return compareSnowflakes(a, b) <= 0 ? `${a}-${b}` : `${b}-${a}`
}
