/** The ids in the order that was chosen; those that were not there then stand behind, in their own order. */
export function inChosenOrder<Id extends string>(known: readonly Id[], chosen: readonly string[]): readonly Id[] {
  const places = new Map(chosen.map((id, place) => [id, place]))
  return known
    .map((id, index) => ({ id, place: places.get(id) ?? chosen.length + index }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ id }) => id)
}

/** The ids with one of them at another place among them, from 0. */
export function moveTo<Id extends string>(ids: readonly Id[], moved: Id, to: number): readonly Id[] {
  const others = ids.filter((id) => id !== moved)
  return others.toSpliced(Math.max(0, Math.min(to, others.length)), 0, moved)
}
