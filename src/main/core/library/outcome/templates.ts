import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { ReadDb } from '../../db/database.ts'
import { parseContent } from '../shelf.ts'
import * as library from '../sql.ts'
import type { Template } from './edits.ts'

/** The texts of a version that agents may have inserted; none when it is not kept any more. */
export function templatesOf(db: ReadDb, version: string): readonly Template[] {
  const row = db.get<{ content: string }>(library.CONTENT, version)
  return row ? textsOf(parseContent(row.content)) : []
}

export function textsOf(content: ReplyContent): readonly Template[] {
  return [
    { language: '', text: content.body },
    ...content.variants.map(({ language, body }) => ({ language, text: body }))
  ]
}

/** The content with another text in one of its languages. */
export function withText(content: ReplyContent, language: string, text: string): ReplyContent {
  if (language === '') return { ...content, body: text }
  const variants = content.variants.map((variant) =>
    variant.language === language ? { ...variant, body: text } : variant
  )
  return { ...content, variants }
}
