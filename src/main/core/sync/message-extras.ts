import { readableText } from '../../../shared/domain/message.ts'
import type { WriteDb } from '../db/database.ts'
import { reindexMessage } from '../search/index-rows.ts'
import type { IncomingEvent } from './incoming.ts'
import * as sql from './sql.ts'

/** Media and reactions of a message that was just stored. */
export function storeExtras(db: WriteDb, messageKey: number, event: IncomingEvent): void {
  for (const [position, media] of event.media.entries()) {
    db.run(
      sql.INSERT_MEDIA,
      messageKey,
      position,
      media.key,
      media.kind,
      media.localFile === null ? media.url : `archive:${media.localFile}`,
      media.previewUrl,
      media.width,
      media.height,
      media.durationMs,
      media.altText
    )
  }
  for (const reaction of event.reactions) {
    db.run(sql.INSERT_REACTION, messageKey, reaction.senderId, reaction.key, reaction.at)
  }
}

/**
 * The first read of a message that came over the stream: the stream writes it in the words of an older API, so that
 * what the read says about text and media takes its place. Files of an archive stay.
 */
export function correctByRead(db: WriteDb, messageKey: number, event: IncomingEvent): void {
  if (db.run(sql.CORRECT_TEXT, event.text, messageKey, event.text).changes > 0) {
    reindexMessage(db, messageKey, readableText(event.text, event.links, event.media.length > 0))
  }
  if (event.media.length > 0) db.run(sql.DROP_MEDIA, messageKey)
}

/** What another source knows about a message that is here already: an archive brings reactions, X brings media. */
export function mergeExtras(db: WriteDb, messageKey: number, event: IncomingEvent): void {
  for (const reaction of event.reactions) {
    db.run(sql.INSERT_REACTION, messageKey, reaction.senderId, reaction.key, reaction.at)
  }
  if (event.links.length > 0) db.run(sql.FILL_LINKS, JSON.stringify(event.links), messageKey)
  if (event.media.length === 0) return
  if ((db.get<{ count: number }>(sql.COUNT_MEDIA, messageKey)?.count ?? 0) > 0) {
    // What an own reply took along stands here until X names it.
    const [own] = event.media
    if (
      own &&
      db.run(
        sql.NAME_OWN_MEDIA,
        own.key,
        own.kind,
        own.url,
        own.previewUrl,
        own.width,
        own.height,
        own.durationMs,
        messageKey
      ).changes > 0
    )
      return
    // An archive has the file itself; X's address ends some day.
    for (const { key, localFile } of event.media) {
      if (localFile !== null) db.run(sql.USE_ARCHIVE_FILE, `archive:${localFile}`, messageKey, key)
    }
    return
  }
  storeExtras(db, messageKey, { ...event, reactions: [] })
  db.run(sql.NOTE_MEDIA, messageKey)
}
