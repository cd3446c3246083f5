import { normaliseConversationId } from '../../../shared/domain/ids.ts'
import type { IncomingEvent } from '../sync/incoming.ts'
import type { ArchiveLimits } from './archive-limits.ts'
import { errorText } from './archive-problem.ts'
import type { ArchiveSource, SourceFile } from './archive-source.ts'
import type { MediaFiles } from './media-files.ts'
import { MessageScanner } from './message-scanner.ts'
import { createPendingReactions } from './pending-reactions.ts'
import { readEvent } from './read-event.ts'
import type { EventContext } from './read-event.ts'
import type { SkipLog } from './skip-log.ts'
import { quoted, sentence } from './skip-log.ts'

/** One thing of an archive to be taken in. `group` says whether the conversation is one. */
export interface ArchiveItem {
  readonly type: 'event'
  readonly event: IncomingEvent
  readonly group: boolean
}

export interface MessageReading {
  readonly source: ArchiveSource
  readonly files: readonly SourceFile[]
  readonly media: MediaFiles
  readonly limits: ArchiveLimits
  readonly skipped: SkipLog
  /** Conversations between two others are left out; null: whose archive it is does not matter. */
  readonly ownerId: string | null
  readonly onBytes: (bytes: number) => void
}

/** Reads the message files one after another, in chunks; each batch is what one chunk completed (about 200 messages). */
export async function* readMessages(reading: MessageReading): AsyncGenerator<ArchiveItem[], void, undefined> {
  const reactions = createPendingReactions()
  for (const file of reading.files) yield* readFile(file, reading, reactions)
  for (const [conversationId, count] of reactions.left()) {
    reading.skipped.add(
      reading.files.at(-1)?.path ?? '',
      `${count === 1 ? '1 reaction' : `${count} reactions`} of conversation ${conversationId} could not be attached to a message.`
    )
  }
}

interface CurrentConversation {
  readonly raw: unknown
  readonly context: EventContext | null
  /** Why its items are left out, when `context` is null. */
  readonly refusal: string
  leftOut: number
}

async function* readFile(
  file: SourceFile,
  reading: MessageReading,
  reactions: ReturnType<typeof createPendingReactions>
): AsyncGenerator<ArchiveItem[], void, undefined> {
  const { source, skipped, limits } = reading
  let batch: ArchiveItem[] = []
  let current: CurrentConversation | null = null
  const skip = (reason: string): void => skipped.add(file.path, reason)
  const enter = (raw: unknown): CurrentConversation => {
    if (current === null || current.raw !== raw) {
      leave()
      current = openConversation(raw, reading)
    }
    return current
  }
  const leave = (): void => {
    if (current !== null && current.leftOut > 0)
      skip(`${current.refusal} ${current.leftOut === 1 ? '1 message' : `${current.leftOut} messages`} left out.`)
    current = null
  }
  const trustworthy = await source.isTrustworthy(file)
  let stopped = false
  const scanner = new MessageScanner(
    {
      problem(reason) {
        if (!stopped) skip(reason)
        stopped = !trustworthy
      },
      conversation(raw) {
        enter(raw)
        leave()
      },
      item(raw, item) {
        if (stopped) return
        const conversation = enter(raw)
        const { context } = conversation
        if (context === null) {
          conversation.leftOut += 1
          return
        }
        readEvent(item, context, {
          skip,
          event: (event) => batch.push({ type: 'event', event: reactions.attachTo(event), group: context.group }),
          reaction(targetId, reaction) {
            if (!reactions.add(context.conversationId, targetId, reaction)) {
              skip(`A reaction of conversation ${context.conversationId} was left out: too many stand by themselves.`)
            }
          }
        })
      }
    },
    { ...limits, parseItems: true }
  )
  let explained = false
  const bytes = source.read(file)
  try {
    for (;;) {
      // Only the reading may fail here: what the consumer throws at a yield is not the file's fault.
      const next = await bytes.next().catch((error: unknown) => {
        explained = true
        skip(sentence(errorText(error)))
        return null
      })
      if (next === null || next.done === true) break
      scanner.feed(next.value)
      reading.onBytes(next.value.length)
      if (batch.length > 0) {
        yield batch
        batch = []
      }
      if (stopped) {
        skip('Its checksum is wrong: what follows the damage was left out.')
        break
      }
    }
    scanner.end(explained || stopped)
    leave()
    if (batch.length > 0) yield batch
  } finally {
    await bytes.return()
  }
}

function openConversation(raw: unknown, reading: MessageReading): CurrentConversation {
  const text = typeof raw === 'number' && Number.isSafeInteger(raw) ? String(raw) : raw
  const conversationId = typeof text === 'string' ? normaliseConversationId(text) : null
  if (conversationId === null) {
    return { raw, context: null, refusal: `Conversation ${quoted(raw)} has no usable id.`, leftOut: 0 }
  }
  const group = !conversationId.includes('-')
  if (!group && reading.ownerId !== null && !conversationId.split('-').includes(reading.ownerId)) {
    const refusal = `Conversation ${conversationId} is none of account ${reading.ownerId}.`
    return { raw, context: null, refusal, leftOut: 0 }
  }
  const context = { conversationId, group, media: reading.media, textLength: reading.limits.textLength }
  return { raw, context, refusal: '', leftOut: 0 }
}
