import { Button, TextInput } from '@mantine/core'
import { IconFileZip } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useCore } from '../../../core/core-context.ts'
import classes from './ImportDialog.module.css'

export interface ChooseArchiveProps {
  readonly path: string
  readonly error: string | null
  readonly onChoose: (path: string) => void
}

/** Which file. Electron has a file dialog; in the browser the path is typed, because the core runs on this machine. */
export function ChooseArchive({ path, error, onChoose }: ChooseArchiveProps) {
  const { native } = useCore()
  const [typed, setTyped] = useState(path)

  async function pick(): Promise<void> {
    const chosen = await native?.({ kind: 'choose-archive' })
    if (typeof chosen === 'string') onChoose(chosen)
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (typed.trim() !== '') onChoose(typed.trim())
  }

  return (
    <>
      <p className={classes.text}>
        X sends your archive as a zip file when you ask for it under Settings, Your account, Download an archive of your
        data. Backchannel reads the direct messages in it, and nothing else. Importing twice adds nothing twice.
      </p>
      {native ? (
        <div className={classes.actions}>
          {error === null ? null : (
            <p className={classes.error} role="alert">
              {error}
            </p>
          )}
          <Button data-autofocus leftSection={<IconFileZip size={16} />} onClick={() => void pick()}>
            Choose the file…
          </Button>
        </div>
      ) : (
        <form onSubmit={submit}>
          <TextInput
            label="Path of the zip file, or of the unpacked folder, on this machine"
            placeholder="/home/you/Downloads/twitter-archive.zip"
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            error={error}
          />
          <div className={classes.actions}>
            <Button type="submit" disabled={typed.trim() === ''}>
              Look into it
            </Button>
          </div>
        </form>
      )}
    </>
  )
}
