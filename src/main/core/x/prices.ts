/** What X charges for (x-api.md section 5). */
export type ChargeKind =
  'dm-read' | 'user-read' | 'dm-send' | 'dm-delete' | 'privacy-update' | 'dm-received' | 'chat-received'

/** Resources that one call returned or made. X charges the same resource once per UTC day; the cost meter sees to that. */
export interface Charge {
  readonly kind: ChargeKind
  readonly ids: readonly string[]
}

/**
 * USD per resource, pay-per-use.
 * Source: https://docs.x.com/x-api/getting-started/pricing as of 2026-08-22.
 */
export const pricesUsd: Readonly<Record<ChargeKind, number>> = {
  'dm-read': 0.01,
  'user-read': 0.01,
  'dm-send': 0.015,
  'dm-delete': 0.01,
  // Blocking and unblocking somebody's messages (the mapping of X's own playground).
  'privacy-update': 0.01,
  // Over the Activity stream; `dm.sent`, `dm.read` and `dm.indicate_typing` are not billed.
  'dm-received': 0.01,
  'chat-received': 0.01
}
