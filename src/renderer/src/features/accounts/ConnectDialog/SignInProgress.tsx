import { Button, TextInput } from '@mantine/core'
import { IconCircleCheck, IconExternalLink } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { stored, t } from '../../../i18n/t.ts'
import type { SignInRow } from '../../../../../shared/contract/rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { CopyField } from '../../../ui/CopyField/CopyField.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { safeHref } from '../../thread/text-segments.ts'
import classes from './ConnectDialog.module.css'

/** The second half: the permission at X, and how it came out. */
export function SignInProgress({ signIn, onClose }: { readonly signIn: SignInRow; readonly onClose: () => void }) {
  const run = useCommand()
  const account = useQuery('accounts.list', {}).rows.find((row) => row.username === signIn.again)
  const forget = (): void => void run('accounts.cancelSignIn', {})
  const again = (): void => {
    if (account) void run('accounts.signInAgain', { account: account.id })
    else forget()
  }
  const cancel = (): void => {
    forget()
    // The form for a new connection is not what they came from.
    if (signIn.again !== null) onClose()
  }
  if (signIn.state === 'done') {
    return (
      <EmptyState
        icon={<IconCircleCheck size={32} stroke={1.5} />}
        title={
          signIn.again === null
            ? t('Connected @{username}', { username: signIn.account?.username ?? '' })
            : t('Signed in @{username}', { username: signIn.account?.username ?? '' })
        }
        actions={
          <Button
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {t('Open the inbox')}
          </Button>
        }
      >
        {signIn.again === null
          ? t(
              'The direct messages of the last 30 days are on their way. X keeps no older ones for apps; an X archive has them.'
            )
          : t('Everything is as it was. Replies that waited leave now.')}
      </EmptyState>
    )
  }
  if (signIn.state === 'failed') {
    return (
      <div role="alert">
        <p>
          {t('The sign-in did not work: {reason}', {
            reason: signIn.error === null ? t('X refused it.') : stored(signIn.error)
          })}
        </p>
        <div className={classes.actions}>
          <Button onClick={again}>{t('Begin again')}</Button>
        </div>
      </div>
    )
  }
  return <Waiting signIn={signIn} onCancel={cancel} />
}

function Waiting({ signIn, onCancel }: { readonly signIn: SignInRow; readonly onCancel: () => void }) {
  const { client } = useCore()
  const [pasted, setPasted] = useState('')
  const [error, setError] = useState<string | null>(null)

  async function finish(event: FormEvent): Promise<void> {
    event.preventDefault()
    setError(null)
    try {
      await client.run('accounts.finishSignIn', { pastedUrl: pasted.trim() })
    } catch (problem) {
      setError(errorWords(problem))
    }
  }

  return (
    <>
      <ol className={classes.steps} start={signIn.again === null ? 5 : 1}>
        <li>
          {t('Allow Backchannel at X. Sign in there with the account that answers your customers.')}
          <div className={classes.inline}>
            <Button
              component="a"
              href={safeHref(signIn.authorizeUrl) ?? undefined}
              target="_blank"
              rel="noopener noreferrer"
              rightSection={<IconExternalLink size={14} />}
            >
              {t('Open X')}
            </Button>
            <span role="status">
              {signIn.state === 'finishing' ? t('X has answered. One moment…') : t('Waiting for X…')}
            </span>
          </div>
          <p className={classes.small}>{t('The callback address of your app must be exactly:')}</p>
          <CopyField value={signIn.redirectUri} label={t('Callback address that the app must have')} />
        </li>
        <li>
          {t('Did the browser end on a page that cannot be shown? Copy its address to here:')}
          <form className={classes.inline} onSubmit={(event) => void finish(event)}>
            <TextInput
              className={classes.grow}
              aria-label={t('Address of the page the browser ended on')}
              placeholder={t('http://127.0.0.1…?state=…&code=…')}
              autoComplete="off"
              spellCheck={false}
              value={pasted}
              onChange={(event) => setPasted(event.currentTarget.value)}
              error={error}
            />
            <Button type="submit" variant="default" disabled={pasted.trim() === ''}>
              {t('Finish')}
            </Button>
          </form>
        </li>
      </ol>
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          {t('Cancel')}
        </Button>
      </div>
    </>
  )
}
