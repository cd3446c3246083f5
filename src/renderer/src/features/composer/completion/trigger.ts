/** What is being begun at the cursor: `:tad` for an emoji, `@an` for somebody of the team. */
export interface Trigger {
  readonly kind: 'emoji' | 'member'
  readonly query: string
  /** Where the sign stands. */
  readonly start: number
  /** Where the cursor is. */
  readonly end: number
}

/** `10:30` and `https://` begin nothing: a space, a bracket or nothing stands before the sign, and letters behind it. */
const EMOJI = /(?:^|[\s([{"“>])(:([a-z0-9_+-]{2,30}))$/iu
/** Names may have several words; as long as they fit somebody they go on. */
const MEMBER = /(?:^|[\s([{"“>])(@([\p{L}\p{M}\p{N}_'’.-]*(?: [\p{L}\p{M}\p{N}_'’.-]+){0,3}))$/u
const LONGEST = 80

export function triggerAt(text: string, cursor: number, members: boolean): Trigger | null {
  const before = text.slice(Math.max(0, cursor - LONGEST), cursor)
  const emoji = EMOJI.exec(before)
  if (emoji) return trigger('emoji', emoji, cursor)
  const member = members ? MEMBER.exec(before) : null
  return member === null ? null : trigger('member', member, cursor)
}

function trigger(kind: Trigger['kind'], [, whole = '', query = '']: RegExpExecArray, cursor: number): Trigger {
  return { kind, query, start: cursor - whole.length, end: cursor }
}

/** `:tada:` was written out: what stands before the cursor, without the colons. */
export function writtenOut(text: string, cursor: number): { readonly code: string; readonly start: number } | null {
  const found = /(?:^|[\s([{"“>])(:([a-z0-9_+-]{2,30}):)$/iu.exec(text.slice(Math.max(0, cursor - LONGEST), cursor))
  return found ? { code: found[2] ?? '', start: cursor - (found[1] ?? '').length } : null
}

/** People of the team whose name begins so, or has a word that does. Case and accents aside. */
export function findMembers<M extends { readonly name: string }>(members: readonly M[], query: string): M[] {
  const wanted = folded(query)
  return members.filter(({ name }) => {
    const whole = folded(name)
    return whole.startsWith(wanted) || whole.includes(` ${wanted}`)
  })
}

function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLocaleLowerCase()
}
