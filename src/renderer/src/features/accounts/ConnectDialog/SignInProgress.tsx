import { Button, TextInput } from '@mantine/core'
import { IconCircleCheck, IconExternalLink } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import type { SignInRow } from '../../../../../shared/contract/rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useCommand } from '../../../core/use-command.ts'
import { CopyField } from '../../../ui/CopyField/CopyField.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { safeHref } from '../../thread/text-segments.ts'
import classes from './ConnectDialog.module.css'

/** The second half: the permission at X, and how it came out. */
export function SignInProgress({ signIn, onClose }: { readonly signIn: SignInRow; readonly onClose: () => void }) {
  const run = useCommand()
  const forget = (): void => void run('accounts.cancelSignIn', {})
  if (signIn.state === 'done') {
    return (
      <EmptyState
        icon={<IconCircleCheck size={32} stroke={1.5} />}
        title={`Connected ${signIn.account ? `@${signIn.account.username}` : ''}`}
        actions={
          <Button
            onClick={() => {
              forget()
              onClose()
            }}
          >
            Open the inbox
          </Button>
        }
      >
        The direct messages of the last 30 days are on their way. X keeps no older ones for apps; an X archive has them.
      </EmptyState>
    )
  }
  if (signIn.state === 'failed') {
    return (
      <div role="alert">
        <p>The sign-in did not work: {signIn.error ?? 'X refused it.'}</p>
        <div className={classes.actions}>
          <Button onClick={forget}>Begin again</Button>
        </div>
      </div>
    )
  }
  return <Waiting signIn={signIn} onCancel={forget} />
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
      <ol className={classes.steps} start={4}>
        <li>
          Allow Backchannel at X. Sign in there with the account that answers your customers.
          <div className={classes.inline}>
            <Button
              component="a"
              href={safeHref(signIn.authorizeUrl) ?? undefined}
              target="_blank"
              rel="noopener noreferrer"
              rightSection={<IconExternalLink size={14} />}
            >
              Open X
            </Button>
            <span role="status">{signIn.state === 'finishing' ? 'X has answered. One moment…' : 'Waiting for X…'}</span>
          </div>
          <p className={classes.small}>The callback address of your app must be exactly:</p>
          <CopyField value={signIn.redirectUri} label="Callback address that the app must have" />
        </li>
        <li>
          Did the browser end on a page that cannot be shown? Copy its address to here:
          <form className={classes.inline} onSubmit={(event) => void finish(event)}>
            <TextInput
              className={classes.grow}
              aria-label="Address of the page the browser ended on"
              placeholder="http://127.0.0.1…?state=…&code=…"
              autoComplete="off"
              spellCheck={false}
              value={pasted}
              onChange={(event) => setPasted(event.currentTarget.value)}
              error={error}
            />
            <Button type="submit" variant="default" disabled={pasted.trim() === ''}>
              Finish
            </Button>
          </form>
        </li>
      </ol>
      <div className={classes.actions}>
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </>
  )
}
