import { t } from '../../i18n/t.ts'
import type { CannedReplyRow } from '../../../../shared/contract/library-rows.ts'
import type { ReplyScope } from '../../../../shared/domain/library/canned-reply.ts'
import { useCommand } from '../../core/use-command.ts'
import { useUndoNotice } from '../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../ui/plain-text.ts'
import type { ReplyForm } from './editor/reply-form.ts'
import { isNew } from './editor/unsaved.ts'
import { folderKey } from './folders.ts'
import { repliesText, scopeWords } from './library-words.ts'

export interface Placing {
  readonly move: (folder: readonly string[]) => Promise<void>
  readonly tag: (change: { readonly add?: readonly string[]; readonly remove?: readonly string[] }) => Promise<void>
  readonly setScope: (scope: ReplyScope, team: string | null) => Promise<void>
}

/**
 * Where replies stand: changed in the core at once; of one that was never saved, in what is being written.
 * @param rows what it is about
 * @param change changes what is being written of a reply that is not saved
 */
export function usePlacing(
  rows: readonly CannedReplyRow[],
  change: (reply: string, part: (form: ReplyForm) => Partial<ReplyForm>) => void
): Placing {
  const run = useCommand()
  const tell = useUndoNotice()
  const replies = rows.map((row) => row.id).filter((reply) => !isNew(reply))
  const what = repliesText(
    rows.map((row) => row.title),
    rows.length
  )
  const inForms = (part: (form: ReplyForm) => Partial<ReplyForm>): void => {
    for (const { id } of rows) if (isNew(id)) change(id, part)
  }
  /** Nothing is told where only a form changed: undo is the form's own. */
  const told = (done: unknown, words: string): void => {
    if (done !== null) tell(words)
  }

  return {
    async move(folder) {
      inForms(() => ({ folder: folderKey(folder) }))
      if (replies.length === 0) return
      told(
        await run('library.move', { replies, folder: [...folder] }),
        folder.length === 0
          ? t('Moved out of all folders: {what}', { what })
          : t('Moved to {folder}: {what}', { folder: plainText(folderKey(folder)), what })
      )
    },
    async tag({ add = [], remove = [] }) {
      inForms((form) => ({ tags: [...new Set([...form.tags, ...add])].filter((tag) => !remove.includes(tag)) }))
      if (replies.length === 0) return
      const [name = ''] = [...add, ...remove]
      told(
        await run('library.tag', { replies, add: [...add], remove: [...remove] }),
        add.length > 0 ? t('Tagged {what}: {name}', { what, name }) : t('Took {name} from {what}', { what, name })
      )
    },
    async setScope(scope, team) {
      inForms(() => ({ scope, team }))
      if (replies.length === 0) return
      told(
        await run('library.setScope', { replies, scope, team }),
        t('For {whom}: {what}', { whom: team === null ? t(scopeWords[scope]) : plainText(team), what })
      )
    }
  }
}
