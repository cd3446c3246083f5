import { Button, Collapse, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { CopyField } from '../../../ui/CopyField/CopyField.tsx'
import classes from './ConnectDialog.module.css'

const API = 'https://api.x.com'
const AUTH = 'https://x.com'
/** The first address the core tries to listen on; the next step shows the one it got. */
const REDIRECT = 'http://127.0.0.1:8787/callback'

/** The first half: an app in X's developer console, and its client id. */
export function ConnectForm() {
  const { client } = useCore()
  const [clientId, setClientId] = useState('')
  const [api, setApi] = useState(API)
  const [auth, setAuth] = useState(AUTH)
  const [advanced, setAdvanced] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (clientId.trim() === '') {
      setError('The client id is missing. X shows it under “Keys and tokens” of your app.')
      return
    }
    setBusy(true)
    setError(null)
    try {
      await client.run('accounts.beginSignIn', { api: api.trim(), auth: auth.trim(), clientId: clientId.trim() })
    } catch (problem) {
      setError(errorWords(problem))
    }
    setBusy(false)
  }

  return (
    <form onSubmit={(event) => void begin(event)}>
      <ol className={classes.steps}>
        <li>
          In <ExternalLink href="https://console.x.com">X’s developer console</ExternalLink>, make an app with user
          authentication (OAuth 2.0). Type of app: <strong>Native App</strong>. Move it to the package Pay-per-use and
          the environment Production.
        </li>
        <li>
          Enter this as its callback address:
          <CopyField value={REDIRECT} label="Callback address" />
        </li>
        <li>
          Copy the app’s <strong>client id</strong> to here:
          <TextInput
            mt={6}
            aria-label="Client id"
            placeholder="Client id"
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={clientId}
            onChange={(event) => setClientId(event.currentTarget.value)}
            error={error}
          />
        </li>
      </ol>
      <p className={classes.note}>
        Backchannel asks for reading and sending direct messages, nothing else. The keys stay on this machine. X charges
        your app for what it reads and sends.
      </p>
      <Collapse expanded={advanced}>
        <TextInput
          label="Address of X’s API"
          size="xs"
          value={api}
          onChange={(event) => setApi(event.currentTarget.value)}
        />
        <TextInput
          mt="xs"
          label="Address of X’s sign-in"
          size="xs"
          value={auth}
          onChange={(event) => setAuth(event.currentTarget.value)}
        />
      </Collapse>
      <div className={classes.actions}>
        <UnstyledButton className={classes.more} aria-expanded={advanced} onClick={() => setAdvanced(!advanced)}>
          {advanced ? 'Less' : 'Another server than X…'}
        </UnstyledButton>
        <Button type="submit" loading={busy}>
          Go on to X
        </Button>
      </div>
    </form>
  )
}

function ExternalLink({ href, children }: { readonly href: string; readonly children: React.ReactNode }) {
  return (
    <a className={classes.link} href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
