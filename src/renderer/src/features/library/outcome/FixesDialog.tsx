import { Button, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { CannedFixRow } from '../../../../../shared/contract/library-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import versions from '../editor/Versions/Versions.module.css'
import { FixDetail } from './FixDetail.tsx'
import classes from './Outcome.module.css'

/** Words that agents change again and again before they send: each a draft with one key, or never proposed again. */
export function FixesDialog({ onClose }: { readonly onClose: () => void }) {
  const run = useCommand()
  const tell = useUndoNotice()
  const { go } = useNavigation()
  const { rows, status } = useQuery('library.fixes', {})
  const [wanted, setWanted] = useState<string | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === wanted)
  )
  const shown = rows[at]

  function stepTo(index: number): void {
    const to = Math.min(rows.length - 1, Math.max(0, index))
    setWanted(rows[to]?.id ?? null)
    list.current?.querySelectorAll('button')[to]?.focus()
  }

  async function take(fix: CannedFixRow): Promise<void> {
    const done = await run('library.takeFix', inputOf(fix))
    if (!done) return
    onClose()
    go({ to: 'reply', reply: fix.reply })
  }

  async function decline(fix: CannedFixRow): Promise<void> {
    const next = rows[at + 1] ?? rows[at - 1]
    const done = await run('library.declineFix', inputOf(fix))
    if (!done) return
    if (next === undefined) onClose()
    else setWanted(next.id)
    tell(t('Declined a change to {name}', { name: plainText(fix.title) }))
  }

  function press(event: KeyboardEvent): boolean {
    if (event.altKey || event.ctrlKey || event.metaKey) return false
    if (event.key === 'ArrowDown' || event.key === 'j') stepTo(at + 1)
    else if (event.key === 'ArrowUp' || event.key === 'k') stepTo(at - 1)
    else if (shown !== undefined && event.key === 'Delete') void decline(shown)
    else if (shown !== undefined && event.key === 'Enter' && list.current?.contains(event.target as Node) === true) {
      void take(shown)
    } else return false
    return true
  }

  return (
    <Dialog title={t('What agents keep changing')} size={860} onClose={onClose} onKey={press}>
      {shown === undefined ? (
        status === 'loading' ? null : (
          <p className={classes.nothing} role="status">
            {t('Nothing. Where agents make the same change for three customers or more, it is proposed here.')}
          </p>
        )
      ) : (
        <div className={versions.root}>
          <ul ref={list} className={versions.list} aria-label={t('Proposed changes')}>
            {rows.map((fix, index) => (
              <li key={fix.id}>
                <UnstyledButton
                  className={versions.version}
                  aria-current={index === at}
                  data-autofocus={index === 0 || undefined}
                  onClick={() => setWanted(fix.id)}
                >
                  <strong className={classes.title}>
                    <bdi>{plainText(fix.title)}</bdi>
                  </strong>
                  <span className={versions.about}>
                    {t('{customers, plural, one {# customer} other {# customers}}', { customers: fix.customers })}
                  </span>
                </UnstyledButton>
              </li>
            ))}
          </ul>
          <div className={versions.change}>
            <FixDetail
              fix={shown}
              onConversation={(conversation) => {
                onClose()
                go({ to: 'conversation', conversation })
              }}
            />
            <div className={versions.buttons}>
              <Button rightSection={<Keys keys="Enter" />} onClick={() => void take(shown)}>
                {t('Make it the draft')}
              </Button>
              <Button variant="default" rightSection={<Keys keys="Delete" />} onClick={() => void decline(shown)}>
                {t('Never propose it')}
              </Button>
            </div>
          </div>
        </div>
      )}
    </Dialog>
  )
}

function inputOf({ reply, version, language, from, to, put }: CannedFixRow) {
  return { reply, version, language: language ?? '', from, to, put }
}
