/** What an undo takes back, for one reply by its title or for many. In English; windows word it anew (core-sentences). */
export const undoLabels = {
  approved: (what: What) => (typeof what === 'string' ? `Approved ${what}` : `Approved ${what} canned replies`),
  retired: (what: What) => (typeof what === 'string' ? `Retired ${what}` : `Retired ${what} canned replies`),
  unretired: (what: What) =>
    typeof what === 'string' ? `Brought ${what} back into use` : `Brought ${what} canned replies back into use`,
  deleted: (what: What) => (typeof what === 'string' ? `Deleted ${what}` : `Deleted ${what} canned replies`),
  moved: (what: What) => (typeof what === 'string' ? `Moved ${what}` : `Moved ${what} canned replies`),
  tagged: (what: What) =>
    typeof what === 'string' ? `Changed the tags of ${what}` : `Changed the tags of ${what} canned replies`,
  scoped: (what: What) =>
    typeof what === 'string' ? `Changed who may use ${what}` : `Changed who may use ${what} canned replies`,
  owned: (what: What) =>
    typeof what === 'string' ? `Changed the owner of ${what}` : `Changed the owner of ${what} canned replies`,
  discarded: (what: What) => `Discarded the draft of ${what}`,
  rolledBack: (what: What) => `Rolled ${what} back to an earlier version`
} as const

/** The same for quick keys. */
export const quickKeyLabels = {
  given: (title: string, key: number) => `Gave ${title} the quick key ${key}`,
  taken: (title: string) => `Took its quick key from ${title}`
} as const

/** The same for changes that are proposed. */
export const fixLabels = {
  declined: (title: string) => `Declined a change to ${title}`
} as const

/** The same for what was found in them. */
export const findingLabels = {
  meant: (title: string) => `Left ${title} as it is`
} as const

type What = string | number
