import { ReplyContent } from '../../../shared/domain/library/canned-reply.ts'
import { createReplyIndex, type ReplyIndex } from '../library/reply-index.ts'
import type { ShelvedReply } from '../library/shelf.ts'

/** An index over approved replies with these titles and texts, at places 0, 1, 2 … */
export function indexOf(contents: readonly { readonly title: string; readonly body?: string }[]): ReplyIndex {
  const replies = contents.map(({ title, body = 'Hello' }, nth): ShelvedReply => {
    const content = ReplyContent.parse({ title, body, language: null, variants: [] })
    const version = { id: `v${nth}`, number: 1, content, savedAt: 1, author: 'me', approvedBy: 'me', approvedAt: 1 }
    return {
      id: `r${nth}`,
      kind: 'reply',
      folder: [],
      tags: [],
      scope: 'everyone',
      team: null,
      owner: 'me',
      approved: version.id,
      newest: version.id,
      pending: null,
      sentBack: null,
      retiredAt: null,
      deletedAt: null,
      sourceHash: null,
      createdAt: 1,
      updatedAt: 1,
      source: null,
      newestVersion: version,
      approvedVersion: version
    }
  })
  const index = createReplyIndex()
  index.update({ replies: new Map(replies.map((reply) => [reply.id, reply])), attributes: [] })
  return index
}
