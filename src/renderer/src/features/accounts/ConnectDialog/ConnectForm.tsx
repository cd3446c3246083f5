import { Button, Collapse, TextInput, UnstyledButton } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { REDIRECT_PORTS, redirectAddress } from '../../../../../shared/domain/redirect-addresses.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { CopyAll } from '../../../ui/CopyField/CopyAll.tsx'
import { CopyField } from '../../../ui/CopyField/CopyField.tsx'
import { rich, t } from '../../../i18n/t.ts'
import { AppBearerField } from './AppBearerField.tsx'
import classes from './ConnectDialog.module.css'

const API = 'https://api.x.com'
const AUTH = 'https://x.com'
/** The core listens on the first of them that is free; the next step shows which. */
const addresses = REDIRECT_PORTS.map(redirectAddress)

/** The first half: an app in X's developer console, and its client id. */
export function ConnectForm() {
  const { client } = useCore()
  const [clientId, setClientId] = useState('')
  const [appBearer, setAppBearer] = useState('')
  const [api, setApi] = useState(API)
  const [auth, setAuth] = useState(AUTH)
  const [advanced, setAdvanced] = useState(false)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<string | null>(null)

  async function begin(event: FormEvent): Promise<void> {
    event.preventDefault()
    if (clientId.trim() === '') {
      setError(t('The client id is missing. X shows it under “Keys and tokens” of your app.'))
      return
    }
    setBusy(true)
    setError(null)
    try {
      await client.run('accounts.beginSignIn', {
        api: api.trim(),
        auth: auth.trim(),
        clientId: clientId.trim(),
        appBearer: appBearer.trim() === '' ? null : appBearer.trim()
      })
    } catch (problem) {
      setError(errorWords(problem))
    }
    setBusy(false)
  }

  return (
    <form onSubmit={(event) => void begin(event)}>
      <ol className={classes.steps}>
        <li>
          {rich(
            'In <link>X’s developer console</link>, make an app with user authentication (OAuth 2.0). Type of app: <b>Native App</b>. Move it to the package Pay-per-use and the environment Production.',
            {
              link: (inside) => <ExternalLink href="https://console.x.com">{inside}</ExternalLink>,
              b: (inside) => <strong>{inside}</strong>
            }
          )}
        </li>
        <li>
          {t('Enter all of these as its callback addresses; whichever is free on this machine is used:')}
          <div className={classes.addresses}>
            {addresses.map((address, index) => (
              <CopyField
                key={address}
                value={address}
                label={t('Callback address {number, number}', { number: index + 1 })}
              />
            ))}
            <CopyAll values={addresses} label={t('Copy all callback addresses')} />
          </div>
        </li>
        <li>
          {rich('Copy the app’s <b>client id</b> to here:', { b: (inside) => <strong>{inside}</strong> })}
          <TextInput
            mt={6}
            aria-label={t('Client id')}
            placeholder={t('Client id')}
            data-autofocus
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            value={clientId}
            onChange={(event) => setClientId(event.currentTarget.value)}
            error={error}
          />
        </li>
        <li>
          {rich(
            'If new messages should arrive at once: the app’s <b>bearer token</b>, from “Keys and tokens”. It can be added later, too.',
            { b: (inside) => <strong>{inside}</strong> }
          )}
          <AppBearerField label={t('App bearer token (optional)')} value={appBearer} onChange={setAppBearer} />
        </li>
      </ol>
      <p className={classes.note}>
        {t(
          'Backchannel asks for reading and sending direct messages, nothing else. The keys stay on this machine. X charges your app for what it reads and sends.'
        )}
      </p>
      <Collapse expanded={advanced}>
        <TextInput
          label={t('Address of X’s API')}
          size="xs"
          value={api}
          onChange={(event) => setApi(event.currentTarget.value)}
        />
        <TextInput
          mt="xs"
          label={t('Address of X’s sign-in')}
          size="xs"
          value={auth}
          onChange={(event) => setAuth(event.currentTarget.value)}
        />
      </Collapse>
      <div className={classes.actions}>
        <UnstyledButton className={classes.more} aria-expanded={advanced} onClick={() => setAdvanced(!advanced)}>
          {advanced ? t('Less') : t('Another server than X…')}
        </UnstyledButton>
        <Button type="submit" loading={busy}>
          {t('Go on to X')}
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
