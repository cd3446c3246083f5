import type { WriteDb } from '../db/database.ts'
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

/** What another source knows about a message that is here already: an archive brings reactions, X brings media. */
export function mergeExtras(db: WriteDb, messageKey: number, event: IncomingEvent): void {
  for (const reaction of event.reactions) {
    db.run(sql.INSERT_REACTION, messageKey, reaction.senderId, reaction.key, reaction.at)
  }
  if (event.links.length > 0) db.run(sql.FILL_LINKS, JSON.stringify(event.links), messageKey)
  if (event.media.length === 0) return
  if ((db.get<{ count: number }>(sql.COUNT_MEDIA, messageKey)?.count ?? 0) > 0) {
    // An archive has the file itself; X's address ends some day.
    for (const { key, localFile } of event.media) {
      if (localFile !== null) db.run(sql.USE_ARCHIVE_FILE, `archive:${localFile}`, messageKey, key)
    }
    return
  }
  storeExtras(db, messageKey, { ...event, reactions: [] })
  db.run(sql.NOTE_MEDIA, messageKey)
}
