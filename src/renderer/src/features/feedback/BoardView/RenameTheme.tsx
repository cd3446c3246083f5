import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ThemeRow } from '../../../../../shared/contract/feedback-rows.ts'
import { MAX_THEME_NAME } from '../../../../../shared/domain/feedback/feedback.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './BoardView.module.css'

export interface RenameThemeProps {
  readonly theme: ThemeRow
  readonly onClose: () => void
}

/** Gives a theme another name; it is still found by the old one. */
export function RenameTheme({ theme, onClose }: RenameThemeProps) {
  return (
    <Dialog title={t('Rename the theme')} size={440} onClose={onClose}>
      <RenameForm theme={theme} onClose={onClose} />
    </Dialog>
  )
}

function RenameForm({ theme, onClose }: RenameThemeProps) {
  const { client } = useCore()
  const tell = useUndoNotice()
  const [name, setName] = useState(theme.name)
  const [error, setError] = useState<string | null>(null)
  const wanted = name.replaceAll(/\s+/gu, ' ').trim()

  async function rename(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (wanted === '') return
    try {
      await client.run('feedback.renameTheme', { theme: theme.id, name: wanted })
    } catch (problem) {
      return setError(errorWords(problem))
    }
    onClose()
    if (wanted !== theme.name)
      tell(t('{name} is {other} now', { name: plainText(theme.name), other: plainText(wanted) }))
  }

  return (
    <form onSubmit={(event) => void rename(event)}>
      <TextInput
        label={t('Name')}
        description={t('It is still found by its old name.')}
        data-autofocus
        dir="auto"
        autoComplete="off"
        maxLength={MAX_THEME_NAME}
        value={name}
        error={error}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setError(null)
        }}
      />
      <div className={classes.actions}>
        <Button type="submit" disabled={wanted === ''}>
          {t('Rename')}
        </Button>
      </div>
    </form>
  )
}
