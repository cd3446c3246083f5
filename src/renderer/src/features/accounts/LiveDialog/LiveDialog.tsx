import { Button, Modal } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { AccountRow } from '../../../../../shared/contract/rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useQuery } from '../../../core/use-query.ts'
import { liveStateWords } from '../../sync/sync-words.ts'
import { AppBearerField } from '../ConnectDialog/AppBearerField.tsx'
import classes from '../ConnectDialog/ConnectDialog.module.css'

export interface LiveDialogProps {
  /** Null when closed. */
  readonly account: AccountRow | null
  readonly onClose: () => void
}

/** The live connection of an account: how it stands, and the token it needs. */
export function LiveDialog({ account, onClose }: LiveDialogProps) {
  return (
    <Modal
      opened={account !== null}
      onClose={onClose}
      title={t('Live connection of @{username}', { username: account?.username ?? '' })}
      size={520}
    >
      {account === null ? null : <LiveForm key={account.id} account={account} onClose={onClose} />}
    </Modal>
  )
}

function LiveForm({ account, onClose }: { readonly account: AccountRow; readonly onClose: () => void }) {
  const { client } = useCore()
  const live = useQuery('sync.status', {}).rows.find((row) => row.id === account.id)?.live
  const [token, setToken] = useState('')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)
  const has = live !== undefined && live.state !== 'off'

  async function save(appBearer: string | null): Promise<void> {
    setBusy(true)
    setError(null)
    try {
      await client.run('accounts.setAppBearer', { account: account.id, appBearer })
      onClose()
    } catch (problem) {
      setError(errorWords(problem))
      setBusy(false)
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (token.trim() === '') setError(t('Paste the token first.'))
    else void save(token.trim())
  }

  return (
    <form onSubmit={submit}>
      <p role="status">{live === undefined ? '' : liveStateWords(live)}</p>
      <p className={classes.note}>
        {t(
          'With the app bearer token, X sends new messages at once, and tells who is typing and what was read. You find it in console.x.com, in your app, under “Keys and tokens”: “Bearer Token”. It stays on this machine. X charges $0.01 for each message it sends this way.'
        )}
      </p>
      <AppBearerField
        label={has ? t('New app bearer token') : t('App bearer token')}
        value={token}
        onChange={setToken}
        error={error}
        focused
      />
      <div className={classes.actions}>
        {has ? (
          <Button
            variant="subtle"
            color="red"
            className={classes.first}
            disabled={busy}
            onClick={() => void save(null)}
          >
            {t('Remove the token')}
          </Button>
        ) : null}
        <Button variant="default" onClick={onClose}>
          {t('Close')}
        </Button>
        <Button type="submit" loading={busy}>
          {has ? t('Replace it') : t('Go live')}
        </Button>
      </div>
    </form>
  )
}
