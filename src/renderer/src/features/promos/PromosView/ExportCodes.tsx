import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PromoCampaignRow } from '../../../../../shared/contract/promo-rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import classes from './PromosView.module.css'

/** Writes the codes of a campaign into a new file on this machine, in full. */
export function ExportCodes({ row, onClose }: { readonly row: PromoCampaignRow; readonly onClose: () => void }) {
  const { client } = useCore()
  const [path, setPath] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [codes, setCodes] = useState<number | null>(null)

  async function write(event: FormEvent): Promise<void> {
    event.preventDefault()
    try {
      setCodes((await client.run('promos.export', { campaign: row.id, file: path.trim() })).codes)
    } catch (problem) {
      setError(errorWords(problem))
    }
  }

  return (
    <Dialog title={t('Export the codes of {name}', { name: row.content.name })} size={560} onClose={onClose}>
      {codes === null ? (
        <form onSubmit={(event) => void write(event)}>
          <p className={classes.text}>
            {t('The file has all codes in full, with what became of each. Keep it like a purse.')}
          </p>
          <TextInput
            label={t('Path of a new file on this machine')}
            data-autofocus
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={path}
            error={error}
            onChange={(event) => {
              setPath(event.currentTarget.value)
              setError(null)
            }}
          />
          <div className={classes.actions}>
            <Button type="submit" disabled={path.trim() === ''}>
              {t('Write the file')}
            </Button>
          </div>
        </form>
      ) : (
        <>
          <p role="status">
            {t('{count, plural, one {# code was written} other {# codes were written}}', { count: codes })}
          </p>
          <div className={classes.actions}>
            <Button data-autofocus onClick={onClose}>
              {t('Close')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  )
}
