import { Button } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileExport } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { FeedbackFilter } from '../../../../../shared/contract/feedback-commands.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { FilePath } from '../../../ui/FilePath/FilePath.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './BoardView.module.css'

export interface ExportQuotesProps {
  readonly title: string
  readonly filter: FeedbackFilter
  /** Null: whatever the theme. */
  readonly theme: string | null
  readonly onClose: () => void
}

/** Writes quotes out for passing on, without what tells who said them. */
export function ExportQuotes({ title, ...form }: ExportQuotesProps) {
  return (
    <Dialog title={plainText(title)} size={520} onClose={form.onClose}>
      <ExportForm {...form} />
    </Dialog>
  )
}

function ExportForm({ filter, theme, onClose }: Omit<ExportQuotesProps, 'title'>) {
  const { client, native } = useCore()
  const [path, setPath] = useState('')
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function write(): Promise<void> {
    const file = native ? await native({ kind: 'choose-quotes' }) : path.trim()
    if (typeof file !== 'string' || file === '') return
    setError(null)
    setRunning(true)
    await client.run('feedback.export', { file, filter, theme }).then(
      ({ quotes }) => {
        onClose()
        notifications.show({
          message: t('{count, plural, one {# quote was written} other {# quotes were written}} to {file}', {
            count: quotes,
            file: plainText(file)
          })
        })
      },
      (problem: unknown) => setError(errorWords(problem))
    )
    setRunning(false)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!running) void write()
  }

  return (
    <form onSubmit={submit}>
      <p className={classes.text}>
        {t(
          'A table (CSV) of the quotes as they are filtered now, the newest first. Names, handles, e-mail addresses, links and long numbers are taken out. Read it before you pass it on: what somebody tells of themselves in their own words stays.'
        )}
      </p>
      <FilePath first label={t('Path of the file on this machine')} path={path} error={error} onPath={setPath} />
      <div className={classes.actions}>
        {running ? <span role="status">{t('Writing the quotes…')}</span> : null}
        <Button
          type="submit"
          data-autofocus={native === null ? undefined : true}
          leftSection={<IconFileExport size={16} />}
          disabled={running || (!native && path.trim() === '')}
        >
          {native ? t('Choose where…') : t('Export')}
        </Button>
      </div>
    </form>
  )
}
