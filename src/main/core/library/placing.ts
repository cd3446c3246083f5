import { AppError } from '../../../shared/contract/errors.ts'
import type { CommandDefinition } from '../commands/command-definition.ts'
import { changeReplies } from './change-replies.ts'
import { guardPlacement } from './guard.ts'
import type { LibraryParts } from './library-parts.ts'
import { foldTag, uniqueTags } from './save-reply.ts'
import { undoLabels } from './undo-labels.ts'
import { MAX_REPLY_TAGS } from '../../../shared/domain/library/canned-reply.ts'

type PlacingCommand =
  | 'library.retire'
  | 'library.unretire'
  | 'library.delete'
  | 'library.move'
  | 'library.tag'
  | 'library.setScope'
  | 'library.setOwner'

/** Where replies stand and who may use them: at once, without review, one or fifty thousand with one undo. */
export function placingCommands(parts: LibraryParts): { [N in PlacingCommand]: CommandDefinition<N> } {
  const { clock, team } = parts
  const by = (label: keyof typeof undoLabels) => ({ me: team.me(), now: clock.now(), label: undoLabels[label] })
  return {
    'library.retire': {
      kind: 'transaction',
      run(db, { replies }) {
        guardPlacement(parts, replies, { retiredAt: clock.now() })
        return changeReplies(db, replies, by('retired'), ({ retiredAt }) => ({ retiredAt: retiredAt ?? clock.now() }))
      }
    },
    'library.unretire': {
      kind: 'transaction',
      run(db, { replies }) {
        guardPlacement(parts, replies, { retiredAt: null })
        return changeReplies(db, replies, by('unretired'), () => ({ retiredAt: null }))
      }
    },
    'library.delete': {
      kind: 'transaction',
      run(db, { replies }) {
        guardPlacement(parts, replies, { deletedAt: clock.now() })
        return changeReplies(db, replies, by('deleted'), () => ({ deletedAt: clock.now() }))
      }
    },
    'library.move': {
      kind: 'transaction',
      run: (db, { replies, folder }) => changeReplies(db, replies, by('moved'), () => ({ folder }))
    },
    'library.tag': {
      kind: 'transaction',
      run(db, { replies, add, remove }) {
        const removed = new Set(remove.map(foldTag))
        return changeReplies(db, replies, by('tagged'), (record) => {
          const tags = uniqueTags([...record.tags.filter((tag) => !removed.has(foldTag(tag))), ...add])
          if (tags.length > MAX_REPLY_TAGS) {
            throw new AppError('not-allowed', 'A canned reply may have {most} tags at most. Take some away first.', {
              most: MAX_REPLY_TAGS
            })
          }
          return { tags }
        })
      }
    },
    'library.setScope': {
      kind: 'transaction',
      run(db, { replies, scope, team: name }) {
        if ((scope === 'team') !== (name !== null)) throw new AppError('invalid-input', 'Say which team may use it.')
        guardPlacement(parts, replies, { scope, team: name })
        return changeReplies(db, replies, by('scoped'), () => ({ scope, team: name }))
      }
    },
    'library.setOwner': {
      kind: 'transaction',
      run(db, { replies, owner }) {
        team.find(owner)
        guardPlacement(parts, replies, { owner })
        return changeReplies(db, replies, by('owned'), () => ({ owner }))
      }
    }
  }
}
