import { Button, Radio } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { IconFileExport } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import {
  type LeftOutFile,
  type LibraryExportFormat,
  libraryExportFormats
} from '../../../../../shared/domain/library/import-report.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { FilePath } from '../../../ui/FilePath/FilePath.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { exportWords, leftOutWords } from '../library-import-words.ts'
import classes from './LibraryExport.module.css'

/** Writes the canned replies out: all of it, a table, or a folder of texts. */
export function LibraryExport({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={t('Export canned replies')} size={560} onClose={onClose}>
      <ExportForm onClose={onClose} />
    </Dialog>
  )
}

const MOST_NAMED = 5

/** Says which files are not in what was written; it stays until somebody has read it. */
function tellLeftOut(leftOut: readonly LeftOutFile[]): void {
  for (const [why, files] of Map.groupBy(leftOut, (file) => file.why)) {
    const named = files.slice(0, MOST_NAMED).map(({ reply, name }) => plainText(`${reply}: ${name}`))
    const more = files.length - named.length
    notifications.show({
      color: 'yellow',
      title: t('{count, plural, one {One attachment is} other {# attachments are}} not in it', { count: files.length }),
      message: [
        t(leftOutWords[why]),
        ...named,
        ...(more > 0 ? [t('and {count, number} more', { count: more })] : [])
      ].map((line) => (
        <div key={line}>
          <bdi>{line}</bdi>
        </div>
      )),
      autoClose: false
    })
  }
}

function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const { client, native } = useCore()
  const [format, setFormat] = useState<LibraryExportFormat>('json')
  const [path, setPath] = useState('')
  const [running, setRunning] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function write(): Promise<void> {
    const file = native ? await native({ kind: 'choose-export', format }) : path.trim()
    if (typeof file !== 'string' || file === '') return
    setError(null)
    setRunning(true)
    await client.run('library.export', { format, file }).then(
      ({ replies, leftOut }) => {
        onClose()
        tellLeftOut(leftOut)
        notifications.show({
          message: t('{count, plural, one {# canned reply} other {# canned replies}} written to {file}', {
            count: replies,
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
      <Radio.Group
        label={t('What is written')}
        value={format}
        onChange={(value) => setFormat(libraryExportFormats.find((one) => one === value) ?? 'json')}
      >
        <div className={classes.formats}>
          {libraryExportFormats.map((one, at) => (
            <Radio
              key={one}
              value={one}
              data-autofocus={at === 0 || undefined}
              label={t(exportWords[one].name)}
              description={t(exportWords[one].about)}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.path}>
        <FilePath
          label={
            format === 'markdown'
              ? t('Path of the folder on this machine; it must be empty, or not be there yet')
              : t('Path of the file on this machine')
          }
          path={path}
          error={error}
          onPath={setPath}
        />
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
