import { Button } from '@mantine/core'
import type { CannedReplyDetailRow, LibraryFindingRow } from '../../../../../shared/contract/library-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { useClock } from '../../../ui/use-now.ts'
import { findingText } from './finding-words.ts'
import classes from './Findings.module.css'
import { SameReply } from './SameReply.tsx'

/** What is the matter with the reply that is open, and what can be done about it. */
export function FindingNotes({ row }: { readonly row: CannedReplyDetailRow }) {
  const found = useQuery('library.findings', {}).rows.find(({ id }) => id === row.id)
  return found === undefined ? null : <Notes row={row} found={found} />
}

function Notes({ row, found }: { readonly row: CannedReplyDetailRow; readonly found: LibraryFindingRow }) {
  const run = useCommand()
  const tell = useUndoNotice()
  const meantKeys = useAriaKeys('library.meant')
  const keepKeys = useAriaKeys('library.keepOne')
  const words = useClock((now) =>
    [...new Set(found.findings.map((finding) => findingText(finding, now)))].join('\n')
  ).split('\n')
  const { title } = (row.approved ?? row.newest).content

  async function leave(): Promise<void> {
    const kinds = [...new Set(found.findings.map(({ kind }) => kind))]
    if (await run('library.meant', { reply: row.id, kinds })) {
      tell(t('Left {name} as it is', { name: plainText(title) }))
    }
  }

  async function keepOne(): Promise<void> {
    const replies = [...found.duplicates]
    if (replies.length === 0) return
    if (await run('library.retire', { replies })) {
      tell(t('{count, plural, one {Retired the other} other {Retired # others}}', { count: replies.length }))
    }
  }

  useAction('library.meant', () => void leave())
  useAction('library.keepOne', () => void keepOne(), found.duplicates.length > 0)

  return (
    <div className={classes.notes} role="note" aria-label={t('Worth a look')}>
      <ul className={classes.words}>
        {words.map((text) => (
          <li key={text}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
      {found.duplicates.map((other) => (
        <SameReply key={other} reply={other} body={(row.approved ?? row.newest).content.body} />
      ))}
      <div className={classes.buttons}>
        {found.duplicates.length > 0 ? (
          <Button
            size="compact-sm"
            variant="default"
            aria-keyshortcuts={keepKeys}
            aria-label={t('Keep this one, retire the others')}
            rightSection={<ActionKeys action="library.keepOne" />}
            onClick={() => void keepOne()}
          >
            {t('Keep this one, retire the others')}
          </Button>
        ) : null}
        <Button
          size="compact-sm"
          variant="default"
          aria-keyshortcuts={meantKeys}
          aria-label={t('It is meant so')}
          rightSection={<ActionKeys action="library.meant" />}
          onClick={() => void leave()}
        >
          {t('It is meant so')}
        </Button>
      </div>
    </div>
  )
}
