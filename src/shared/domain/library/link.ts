/** Why a link in a canned reply is never asked. */
export const unaskedReasons = ['not-https', 'placeholder', 'sign-in', 'nowhere'] as const
export type UnaskedReason = (typeof unaskedReasons)[number]

/**
 * Why nobody can tell whether a link still leads somewhere. `answered`: with a status that says neither, `busy`: the host
 * asked for less, `redirects`: it passes on and on, `passed-on`: to an address that is not asked.
 */
export const linkTroubles = [
  'answered',
  'busy',
  'timeout',
  'no-answer',
  'certificate',
  'private',
  'redirects',
  'passed-on'
] as const
export type LinkTrouble = (typeof linkTroubles)[number]

/** What came of asking a link. `status` null: there is no such host, or no answer. */
export type LinkAnswer =
  | { readonly outcome: 'lives'; readonly status: number }
  | { readonly outcome: 'dead'; readonly status: number | null }
  | { readonly outcome: 'unknown'; readonly trouble: LinkTrouble; readonly status: number | null }

/** What a check of all links came to. `offline`: this computer has no network, and nothing was written down from then on. */
export interface LinkCheckReport {
  readonly end: 'done' | 'stopped' | 'offline'
  readonly asked: number
  readonly lives: number
  readonly dead: number
  readonly unknown: number
}
