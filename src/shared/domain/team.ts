export const MAX_MEMBER_NAME = 60

/** A mention ends at the end of the name: `@Ana` is none of `@Anabel`. */
const NAME_GOES_ON = /^[\p{L}\p{M}\p{N}_]/u

/**
 * Who is mentioned in a note: `@` and a name, case aside. Where one name begins with another, the longer one counts.
 * @returns ids
 */
export function mentionedMembers(
  text: string,
  members: readonly { readonly id: string; readonly name: string }[]
): string[] {
  const folded = text.normalize('NFC').toLocaleLowerCase()
  const longestFirst = members
    .map(({ id, name }) => ({ id, name: name.normalize('NFC').toLocaleLowerCase() }))
    .toSorted((a, b) => b.name.length - a.name.length)
  const found = new Set<string>()
  for (let at = folded.indexOf('@'); at >= 0; at = folded.indexOf('@', at + 1)) {
    const rest = folded.slice(at + 1)
    const member = longestFirst.find(({ name }) => rest.startsWith(name) && !NAME_GOES_ON.test(rest.slice(name.length)))
    if (member) found.add(member.id)
  }
  return [...found]
}
