/** What a sign of a face or a hand says. */
export type Mood = 'positive' | 'negative' | 'wry'

const moods: Readonly<Record<Mood, string>> = {
  positive: '👍👌🙌👏😊🙂😀😃😄😁😍🥰🤩😘😇☺🤗💯🎉🔥🙏❤💚💙💜🧡💛🖤🤍💕💖💪✨🏆🥳🌹🌷',
  negative: '👎😡😠🤬😞😢😭😤😒🙁☹😔💩🤮😩😫😣😖😑💔🤦',
  wry: '🙄🙃😏😂🤣😅🤡😐😬🤔🤨😶😈🤥🥴🤷'
}
const moodOf = new Map(
  (Object.entries(moods) as [Mood, string][]).flatMap(([mood, signs]) =>
    [...signs].map((sign) => [sign, mood] as const)
  )
)
/** Signs that say how content one is, and not only that one is grateful. */
const FACES = new Set('👍👌👎😊🙂😀😃😄😁😍🥰🤩☺😡😠🤬😞😢😭😤😒🙁☹😔💯🤮💩')

/** Null: a sign that says nothing about it. */
export function moodOfSign(sign: string): Mood | null {
  return moodOf.get(sign) ?? null
}

export function isFace(sign: string): boolean {
  return FACES.has(sign)
}

export function isFilledStar(sign: string): boolean {
  return sign === '⭐' || sign === '🌟' || sign === '★'
}

export function isEmptyStar(sign: string): boolean {
  return sign === '☆' || sign === '✩'
}
