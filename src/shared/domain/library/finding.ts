/** Why somebody should look at a canned reply. `dead-link` by its looks alone; `gone-link` was asked and is dead. */
export const findingKinds = [
  'duplicate',
  'promo-code',
  'date',
  'gone-link',
  'dead-link',
  'too-long-for-x',
  'stale',
  'unused'
] as const
export type FindingKind = (typeof findingKinds)[number]

/** Why a reply is stale: it has expired, a translation is out of date, or nobody changed or sent it for half a year. */
export const staleReasons = ['expired', 'outdated', 'untouched'] as const
export type StaleReason = (typeof staleReasons)[number]
