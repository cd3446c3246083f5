import type { WriteDb } from '../db/database.ts'
import type { SearchNames } from '../search/resolve.ts'
import { namesOf } from './view-names.ts'
import * as sql from './sql.ts'

/** A name in the search of a view that stood for another tag before. */
export interface RetaggedName {
  readonly view: string
  /** `tag:late`, as it was typed. */
  readonly name: string
}

/**
 * What stood for one tag in saved views stands for another one: also in those that were deleted and may come back.
 * @param only of these; null: wherever it stands
 */
export function retagViews(
  db: WriteDb,
  { from, to }: { readonly from: string; readonly to: string },
  only: readonly RetaggedName[] | null,
  now: number
): RetaggedName[] {
  const changed: RetaggedName[] = []
  for (const view of db.all<sql.StoredView>(sql.NAMING, `%${from}%`)) {
    const names: Record<string, SearchNames[string]> = { ...namesOf(view) }
    const wanted = Object.entries(names).filter(
      ([name, { operator, id }]) =>
        operator === 'tag' &&
        id === from &&
        (only === null || only.some((one) => one.view === view.id && one.name === name))
    )
    for (const [name] of wanted) {
      names[name] = { operator: 'tag', id: to }
      changed.push({ view: view.id, name })
    }
    if (wanted.length > 0) db.run(sql.SET_NAMES, JSON.stringify(names), now, view.id)
  }
  if (changed.length > 0) db.touch('views')
  return changed
}
