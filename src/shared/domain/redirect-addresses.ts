/**
 * The loopback ports of the sign-in, tried in this order. X compares redirect addresses exactly and knows no "any port"
 * rule (x-api.md 4), so that each of them has to be entered in X's developer console once. X takes ten at most.
 */
export const REDIRECT_PORTS = [8787, 8788, 8789, 41173, 41174] as const

/** The callback address of a port, exactly as X has to know it. */
export function redirectAddress(port: number): string {
  return `http://127.0.0.1:${port}/callback`
}
