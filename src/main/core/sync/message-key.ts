/** Keys start at X's first year; message.key counts ticks of 64 ms from here. */
const KEY_EPOCH = Date.UTC(2006, 0, 1)
const KEY_TICK_MS = 64

/** The key a message of this moment (ms since 1970) gets when it is free: keys grow with time. */
export function messageTick(at: number): number {
  return Math.max(1, Math.floor((at - KEY_EPOCH) / KEY_TICK_MS))
}
