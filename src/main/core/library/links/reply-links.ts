import type { ReplyContent } from '../../../../shared/domain/library/canned-reply.ts'
import type { ShelvedReply } from '../shelf.ts'
import { type FoundLink, linksIn } from './found-links.ts'

/** What a content says does not change, and ten thousand are looked through for each change of one. */
const known = new WeakMap<ReplyContent, readonly FoundLink[]>()

/** Names a link among others: what is asked by its address, the rest by why it is not and how it is written. */
export function linkKey(link: FoundLink): string {
  return link.kind === 'asked' ? link.address : `${link.why} ${link.written}`
}

/** What of a reply customers get, or soon may: what is approved, and what is in review. */
export function checkedContents(
  reply: Pick<ShelvedReply, 'retiredAt' | 'pending' | 'approvedVersion' | 'newestVersion'>
): readonly ReplyContent[] {
  if (reply.retiredAt !== null) return []
  const approved = reply.approvedVersion === null ? [] : [reply.approvedVersion.content]
  return reply.pending === 'in-review' ? [...approved, reply.newestVersion.content] : approved
}

/** The links in all languages of these, each once. */
export function linksOf(contents: readonly ReplyContent[]): readonly FoundLink[] {
  const [first] = contents
  return contents.length === 1 && first !== undefined ? linksOfOne(first) : distinct(contents.flatMap(linksOfOne))
}

/** The addresses among them that are asked. */
export function askedLinks(contents: readonly ReplyContent[]): string[] {
  return linksOf(contents).flatMap((link) => (link.kind === 'asked' ? [link.address] : []))
}

function linksOfOne(content: ReplyContent): readonly FoundLink[] {
  const before = known.get(content)
  if (before !== undefined) return before
  const links = distinct([content.body, ...content.variants.map(({ body }) => body)].flatMap(linksIn))
  known.set(content, links)
  return links
}

function distinct(links: readonly FoundLink[]): readonly FoundLink[] {
  return links.length < 2 ? links : [...new Map(links.map((link) => [linkKey(link), link])).values()]
}
