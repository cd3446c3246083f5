import { readTerms } from '../../../shared/domain/search/search-terms.ts'
import { printSearch } from '../../../shared/domain/search/search-query.ts'
import type { ReadDb } from '../db/database.ts'
import { nameKey, type NamedThing, type SearchNames } from '../search/resolve.ts'
import { FIND, MEMBER_NAME, type StoredView, TAG_NAME } from './sql.ts'

/** What the names in the search of a view stood for when it was written. */
export function namesOf(view: StoredView): SearchNames {
  return JSON.parse(view.names) as SearchNames
}

/** The search of a view with tags, people and views called as they are now; what is gone keeps its old name. */
export function currentQuery(db: ReadDb, view: StoredView): string {
  const names = namesOf(view)
  let query = ''
  let done = 0
  for (const term of readTerms(view.query)) {
    if (term.kind !== 'operator') continue
    const named = names[nameKey(term.name, term.value)]
    const current = named === undefined ? null : nameOf(db, named)
    if (named === undefined || current === null || current === term.value) continue
    query +=
      view.query.slice(done, term.from) + printSearch({ kind: 'operator', operator: named.operator, value: current })
    done = term.to
  }
  return query + view.query.slice(done)
}

function nameOf(db: ReadDb, { operator, id }: NamedThing): string | null {
  const sql = operator === 'tag' ? TAG_NAME : operator === 'assigned' ? MEMBER_NAME : FIND
  return db.get<{ name: string }>(sql, id)?.name ?? null
}
