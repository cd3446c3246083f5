import type { AttributeUsageRow } from '../../../shared/contract/customer-rows.ts'
import type { ReadDb } from '../db/database.ts'
import type { QueryDefinition } from '../live/query-definition.ts'
import { attributesOf, listAttributes } from './attributes.ts'
import { USAGE } from './sql.ts'

export function attributeQueries(db: ReadDb): {
  'attributes.list': QueryDefinition<'attributes.list'>
  'attributes.usage': QueryDefinition<'attributes.usage'>
  'attributes.of': QueryDefinition<'attributes.of'>
} {
  return {
    'attributes.list': { topics: () => ['attributes'], rows: () => listAttributes(db) },
    'attributes.usage': { topics: () => ['attributes'], rows: () => db.all<AttributeUsageRow>(USAGE) },
    'attributes.of': { topics: () => ['attributes', 'customers'], rows: ({ user }) => attributesOf(db, user) }
  }
}
