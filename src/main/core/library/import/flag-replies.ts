import type { ImportFlag } from '../../../../shared/domain/library/import-report.ts'
import { marksIn } from '../findings/text-marks.ts'
import type { ImportedReply } from './imported-reply.ts'

/** What somebody should look at in what comes in, before customers read it. Nothing is asked of any server. */
export function flagReplies(replies: readonly ImportedReply[], taken: ReadonlySet<string>): ImportFlag[] {
  const flags: ImportFlag[] = []
  const shortcuts = new Map<string, string>()
  for (const reply of replies) {
    const { title, shortcut } = reply.content
    const flag = (code: ImportFlag['code'], detail: string): void =>
      void flags.push({ code, detail: detail.slice(0, 200), file: reply.file, line: reply.line, reply: title })
    for (const text of [reply.content.body, ...reply.content.variants.map(({ body }) => body)]) {
      for (const { code, detail } of marksIn(text)) flag(code, detail)
    }
    for (const placeholder of new Set(reply.unresolved)) flag('unresolved-placeholder', placeholder)
    if (shortcut === null) continue
    if (shortcuts.has(shortcut)) flag('duplicate-shortcut', shortcut)
    else if (taken.has(shortcut)) flag('shortcut-taken', shortcut)
    shortcuts.set(shortcut, title)
  }
  return flags
}
