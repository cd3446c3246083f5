import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { ArchivedReply } from './library-archive.ts'

/** What is written in a reply now. */
export function newestContent({ versions, newest }: ArchivedReply): ReplyContent {
  const found = versions.find(({ id }) => id === newest)
  if (!found) throw new TypeError('A reply has its newest version.')
  return found.content
}
