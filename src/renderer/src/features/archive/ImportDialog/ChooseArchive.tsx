import { Button, TextInput } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useCore } from '../../../core/core-context.ts'
import { FilePath } from '../../../ui/FilePath/FilePath.tsx'
import classes from './ImportDialog.module.css'
import type { ArchiveChoice } from './use-import.ts'

export interface ChooseArchiveProps {
  readonly choice: ArchiveChoice
  readonly error: string | null
  /** The archive does not say whose it is. */
  readonly askAccount: boolean
  readonly onChoose: (choice: ArchiveChoice) => void
}

/** Which file. Electron has a file dialog; in the browser the path is typed, because the core runs on this machine. */
export function ChooseArchive({ choice, error, askAccount, onChoose }: ChooseArchiveProps) {
  const { native } = useCore()
  const [path, setPath] = useState(choice.path)
  const [account, setAccount] = useState(choice.account)
  const complete = path.trim() !== ''

  async function pick(): Promise<void> {
    const chosen = await native?.({ kind: 'choose-archive' })
    if (typeof chosen === 'string') onChoose({ path: chosen, account: account.trim() })
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (complete) onChoose({ path: path.trim(), account: account.trim() })
    else if (native) void pick()
  }

  return (
    <form onSubmit={submit}>
      <p className={classes.text}>
        {t(
          'X sends your archive as a zip file when you ask for it under Settings, Your account, Download an archive of your data. Backchannel reads the direct messages in it, and nothing else. Importing twice adds nothing twice.'
        )}
      </p>
      <FilePath
        label={t('Path of the zip file, or of the unpacked folder, on this machine')}
        placeholder={t('/home/you/Downloads/twitter-archive.zip')}
        path={path}
        error={error}
        first
        onPath={setPath}
      />
      {askAccount ? (
        <TextInput
          mt="sm"
          label={t('X id of the account the archive belongs to')}
          description={t('A number. It stands in the names of the conversations of that archive.')}
          placeholder="12345678"
          inputMode="numeric"
          autoComplete="off"
          value={account}
          onChange={(event) => setAccount(event.currentTarget.value)}
        />
      ) : null}
      <div className={classes.actions}>
        {native ? (
          <Button
            variant={askAccount ? 'default' : 'filled'}
            data-autofocus
            leftSection={<IconFileZip size={16} />}
            onClick={() => void pick()}
          >
            {t('Choose the file…')}
          </Button>
        ) : null}
        {native && !askAccount ? null : (
          <Button type="submit" disabled={!complete}>
            {t('Look into it')}
          </Button>
        )}
      </div>
    </form>
  )
}
