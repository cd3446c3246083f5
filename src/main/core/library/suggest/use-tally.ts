/** Uses are counted by the month, more or less; after four of them a use counts half. */
const BUCKET_MS = 30 * 24 * 60 * 60_000
const HALF_LIFE = 4
/** A bucket long ago, so that what comes of it is a number of ordinary size. */
const FIRST_BUCKET = Math.floor(Date.UTC(2020, 0) / BUCKET_MS)

/** A time at which a reply was sent, and by whom; null: it is not known. */
export interface Use {
  /** ms since 1970 */
  readonly at: number
  readonly member: string | null
  /** Whether nobody had answered the customer before. */
  readonly first: boolean
}

type Buckets = Map<number, number>

/** How often a reply was used; later uses count more. What was added and removed again leaves no trace, not even a rounding. */
export interface UseTally {
  add(use: Use): void
  remove(use: Use): void
  readonly times: number
  timesOf(member: string): number
  /** Only to be compared with the sums of other replies. */
  sum(stage: 'first' | 'later'): number
  sumOf(member: string): number
}

export function createUseTally(): UseTally {
  const stages = { first: new Map<number, number>(), later: new Map<number, number>() }
  const members = new Map<string, Buckets>()
  let times = 0
  let sums: { readonly first: number; readonly later: number } | null = null
  /** Of the member who was asked about last: mostly the one who sits here. */
  let own: { readonly member: string; readonly sum: number } | null = null

  const change = ({ at, member, first }: Use, by: number): void => {
    const bucket = Math.max(0, Math.floor(at / BUCKET_MS) - FIRST_BUCKET)
    count(first ? stages.first : stages.later, bucket, by)
    if (member !== null) {
      const buckets = members.get(member) ?? new Map<number, number>()
      members.set(member, buckets)
      count(buckets, bucket, by)
      if (buckets.size === 0) members.delete(member)
    }
    times += by
    sums = null
    own = null
  }

  return {
    add: (use) => change(use, 1),
    remove: (use) => change(use, -1),
    get times() {
      return times
    },
    timesOf: (member) => [...(members.get(member)?.values() ?? [])].reduce((sum, each) => sum + each, 0),
    sum(stage) {
      sums ??= { first: sumOf(stages.first), later: sumOf(stages.later) }
      return sums[stage]
    },
    sumOf(member) {
      if (own?.member !== member) own = { member, sum: sumOf(members.get(member)) }
      return own.sum
    }
  }
}

function count(buckets: Buckets, bucket: number, by: number): void {
  const now = (buckets.get(bucket) ?? 0) + by
  if (now === 0) buckets.delete(bucket)
  else buckets.set(bucket, now)
}

/** In one order, because sums of fractions depend on it. */
function sumOf(buckets: Buckets | undefined): number {
  if (buckets === undefined || buckets.size === 0) return 0
  return [...buckets].toSorted(([a], [b]) => a - b).reduce((sum, [at, times]) => sum + times * 2 ** (at / HALF_LIFE), 0)
}
