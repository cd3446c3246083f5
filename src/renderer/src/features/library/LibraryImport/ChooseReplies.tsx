import { Button, NativeSelect } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { type ImportFormat, importFormats } from '../../../../../shared/domain/library/import-report.ts'
import { useCore } from '../../../core/core-context.ts'
import { t } from '../../../i18n/t.ts'
import { FilePath } from '../../../ui/FilePath/FilePath.tsx'
import { formatName } from '../library-import-words.ts'
import classes from './LibraryImport.module.css'
import type { ImportSource } from './use-library-import.ts'

export interface ChooseRepliesProps {
  readonly source: ImportSource
  readonly error: string | null
  readonly onChoose: (source: ImportSource) => void
}

/** Which files, and what they are. Electron has a file dialog; in the browser the path is typed: the core runs on this machine. */
export function ChooseReplies({ source, error, onChoose }: ChooseRepliesProps) {
  const { native } = useCore()
  const [path, setPath] = useState(source.paths[0] ?? '')
  const [format, setFormat] = useState<ImportFormat | null>(source.format)

  async function pick(): Promise<void> {
    const paths = await native?.({ kind: 'choose-replies' })
    if (Array.isArray(paths) && paths.length > 0) onChoose({ paths, format })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (native) void pick()
    else if (path.trim() !== '') onChoose({ paths: [path.trim()], format })
  }

  return (
    <form onSubmit={submit}>
      <p className={classes.text}>
        {t(
          'Backchannel reads what Chatwoot, Zendesk, Gorgias, Front, Missive, Help Scout, FreeScout, Zammad, Intercom and Mailspring give, its own exports, and any table. First it only says what would come.'
        )}
      </p>
      <FilePath
        label={t('Path of the file, or of a folder of files, on this machine')}
        path={path}
        error={error}
        first
        onPath={setPath}
      />
      <NativeSelect
        mt="sm"
        label={t('What it is')}
        data={[
          { value: '', label: t('Find out from what it holds') },
          ...importFormats.map((value) => ({ value, label: formatName(value) }))
        ]}
        value={format ?? ''}
        onChange={(event) => setFormat(importFormats.find((one) => one === event.currentTarget.value) ?? null)}
      />
      <div className={classes.actions}>
        {native ? (
          <Button type="submit" data-autofocus leftSection={<IconFileImport size={16} />}>
            {t('Choose files…')}
          </Button>
        ) : (
          <Button type="submit" disabled={path.trim() === ''}>
            {t('Look into it')}
          </Button>
        )}
      </div>
    </form>
  )
}
