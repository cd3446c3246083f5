import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { VoiceWordRow } from '../../../../../shared/contract/send-check-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './SendCheckSettings.module.css'
import { VoiceWordForm } from './VoiceWordForm.tsx'

/** Words that the brand does not say. */
export function VoiceList() {
  const run = useCommand()
  const tell = useUndoNotice()
  const words = useQuery('sendCheck.words', {})
  /** Id of the word that is being edited; `new` for one to come. */
  const [editing, setEditing] = useState<string | null>(null)

  const adding = useRef<HTMLButtonElement>(null)
  const closed = useRef(false)
  useLayoutEffect(() => {
    // Whoever adds one word often adds another.
    if (editing === null && closed.current) adding.current?.focus()
    closed.current = false
  }, [editing])
  function done(): void {
    closed.current = true
    setEditing(null)
  }

  async function remove({ id, word, instead, why }: VoiceWordRow): Promise<void> {
    if (!(await run('sendCheck.removeWord', { word: id }))) return
    adding.current?.focus()
    tell(
      t('Removed “{word}”', { word: plainText(word) }),
      () => void run('sendCheck.saveWord', { word: null, text: word, instead, why })
    )
  }

  return (
    <section className={classes.voice} aria-label={t('Words off our voice')}>
      <h4 className={classes.title}>{t('Words off our voice')}</h4>
      {words.rows.length === 0 && editing === null ? (
        <p className={classes.hint}>{t('None yet. Add a word, what to say instead, and why.')}</p>
      ) : null}
      <ul className={classes.words}>
        {words.rows.map((row) =>
          editing === row.id ? (
            <li key={row.id}>
              <VoiceWordForm row={row} onDone={done} />
            </li>
          ) : (
            <li key={row.id} className={classes.word}>
              <span className={classes.said}>
                <bdi className={classes.label}>{plainText(row.word)}</bdi>
                {row.instead === '' ? null : <bdi className={classes.hint}>→ {plainText(row.instead)}</bdi>}
                {row.why === '' ? null : <bdi className={classes.hint}>{plainText(row.why)}</bdi>}
              </span>
              <Tooltip label={t('Edit')}>
                <ActionIcon
                  aria-label={t('Edit “{word}”', { word: plainText(row.word) })}
                  onClick={() => setEditing(row.id)}
                >
                  <IconPencil size={15} stroke={1.75} />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('Remove')}>
                <ActionIcon
                  aria-label={t('Remove “{word}”', { word: plainText(row.word) })}
                  onClick={() => void remove(row)}
                >
                  <IconTrash size={15} stroke={1.75} />
                </ActionIcon>
              </Tooltip>
            </li>
          )
        )}
      </ul>
      {editing === 'new' ? (
        <VoiceWordForm row={null} onDone={done} />
      ) : (
        <Button
          ref={adding}
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} stroke={2} />}
          onClick={() => setEditing('new')}
        >
          {t('Add a word')}
        </Button>
      )}
    </section>
  )
}
