import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import type { SurveyRow } from '../../../../../shared/contract/survey-rows.ts'
import { MAX_SURVEYS } from '../../../../../shared/domain/survey/survey-settings.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { kindWords, onResolveWords } from '../survey-words.ts'
import { SurveyForm } from './SurveyForm.tsx'
import classes from './SurveySettings.module.css'

/** Which surveys customers can get, and what came of them. */
export function SurveySettings() {
  const { rows } = useQuery('surveys.list', {})
  const [editing, setEditing] = useState<string | null>(null)
  const add = useRef<HTMLButtonElement>(null)
  const run = useCommand()
  const tell = useUndoNotice()

  async function remove({ id, name }: SurveyRow): Promise<void> {
    add.current?.focus()
    if (await run('surveys.delete', { survey: id })) tell(t('Deleted {name}', { name: plainText(name) }))
  }

  function close(): void {
    setEditing(null)
    add.current?.focus()
  }

  return (
    <div className={classes.root}>
      <p className={classes.hint}>
        {t(
          'A question in the conversation itself. Answers are read on this machine: “4”, “four”, ★★★★. What is not plain is asked of you, and who does not want to be asked is not.'
        )}
      </p>
      {rows.length === 0 ? null : (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.id} className={classes.row}>
              {editing === row.id ? (
                <SurveyForm survey={row} onDone={close} />
              ) : (
                <Line row={row} onChange={() => setEditing(row.id)} onDelete={() => void remove(row)} />
              )}
            </li>
          ))}
        </ul>
      )}
      {editing === 'new' ? <SurveyForm survey={null} onDone={close} /> : null}
      {rows.length >= MAX_SURVEYS ? null : (
        <Button
          ref={add}
          variant="default"
          leftSection={<IconPlus size={14} />}
          aria-expanded={editing === 'new'}
          onClick={() => setEditing('new')}
        >
          {t('Add a survey')}
        </Button>
      )}
    </div>
  )
}

interface LineProps {
  readonly row: SurveyRow
  readonly onChange: () => void
  readonly onDelete: () => void
}

function Line({ row, onChange, onDelete }: LineProps) {
  const name = plainText(row.name)
  const { asked, answered, average } = row
  const figures =
    asked === 0
      ? t('Not sent yet')
      : average === null
        ? t('{asked, number} sent, {answered, number} answered', { asked, answered })
        : t('{asked, number} sent, {answered, number} answered, average {average, number, ::.0}', {
            asked,
            answered,
            average
          })
  return (
    <>
      <span className={classes.what}>
        <bdi className={classes.name}>{name}</bdi>
        <span className={classes.hint}>
          {t(kindWords[row.kind])} · {t(onResolveWords[row.onResolve])}
          {row.team === null ? null : (
            <>
              {' · '}
              <bdi>{plainText(row.team)}</bdi>
            </>
          )}
        </span>
        <span className={classes.hint}>{figures}</span>
      </span>
      <ActionIcon aria-label={t('Change {name}', { name })} onClick={onChange}>
        <IconPencil size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon aria-label={t('Delete {name}', { name })} onClick={onDelete}>
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </>
  )
}
