import { Button, Radio } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileExport } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { ReportFormat, ReportInput } from '../../../../../shared/contract/report-input.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { FilePath } from '../../../ui/FilePath/FilePath.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './ReportExport.module.css'

export interface ReportExportProps {
  readonly input: ReportInput
  readonly onClose: () => void
}

/** Writes the report out: a table of conversations, or a page of totals to share. */
export function ReportExport({ input, onClose }: ReportExportProps) {
  return (
    <Dialog title={t('Export the report')} size={520} onClose={onClose}>
      <ExportForm input={input} onClose={onClose} />
    </Dialog>
  )
}

function ExportForm({ input, onClose }: ReportExportProps) {
  const { client, native } = useCore()
  const [format, setFormat] = useState<ReportFormat>('html')
  const [path, setPath] = useState('')
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function write(): Promise<void> {
    const file = native ? await native({ kind: 'choose-report', format }) : path.trim()
    if (typeof file !== 'string' || file === '') return
    setError(null)
    setRunning(true)
    await client.run('reports.export', { ...input, format, file }).then(
      () => {
        onClose()
        notifications.show({ message: t('The report was written to {file}', { file: plainText(file) }) })
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
      <Radio.Group
        label={t('What is written')}
        value={format}
        onChange={(value) => setFormat(value === 'csv' ? 'csv' : 'html')}
      >
        <div className={classes.formats}>
          <Radio
            value="html"
            data-autofocus
            label={t('A page to share (HTML)')}
            description={t('Totals alone: no customer is named. It needs nothing else, and can be printed.')}
          />
          <Radio
            value="csv"
            label={t('A table (CSV)')}
            description={t('A row for each conversation, with its customer, for spreadsheets.')}
          />
        </div>
      </Radio.Group>
      <div className={classes.path}>
        <FilePath label={t('Path of the file on this machine')} path={path} error={error} onPath={setPath} />
      </div>
      <div className={classes.actions}>
        <Button
          type="submit"
          leftSection={<IconFileExport size={16} />}
          disabled={running || (!native && path.trim() === '')}
        >
          {native ? t('Choose where…') : t('Export')}
        </Button>
      </div>
    </form>
  )
}
