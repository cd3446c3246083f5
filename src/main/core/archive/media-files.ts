import { isMediaFolder } from './archive-source.ts'

/** The pictures and videos that the archive really holds, found by the message they belong to. */
export interface MediaFiles {
  readonly count: number
  /** Their paths relative to the data folder (`direct_messages_media/ID-NAME.jpg`), in the order of their names. */
  of(messageId: string): readonly string[]
}

const NONE: readonly string[] = []

/** X names them `{message id}-{name}`; for videos only the id in front can be relied upon. */
export function createMediaFiles(paths: Iterable<string>): MediaFiles {
  const byMessage = new Map<string, string[]>()
  let count = 0
  for (const path of paths) {
    const slash = path.indexOf('/')
    if (slash < 0 || !isMediaFolder(path.slice(0, slash))) continue
    const messageId = /^[0-9]{1,19}(?![0-9])/.exec(path.slice(slash + 1))?.[0]
    if (messageId === undefined) continue
    count += 1
    const known = byMessage.get(messageId)
    if (known === undefined) byMessage.set(messageId, [path])
    else known.push(path)
  }
  for (const list of byMessage.values()) if (list.length > 1) list.sort()
  return { count, of: (messageId) => byMessage.get(messageId) ?? NONE }
}
