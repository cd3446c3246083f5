import { t } from '../../../i18n/t.ts'
import { Button } from '@mantine/core'
import { IconAlertOctagon, IconUserQuestion } from '@tabler/icons-react'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import type { ActionId } from '../../../keyboard/actions.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { reasonWords } from '../reason-words.ts'
import classes from './RequestBar.module.css'

/** Above the composer of a conversation that is not in the inbox: why, and what can be done about it. */
export function RequestBar({ head }: { readonly head: ThreadHeadRow }) {
  if (head.place === 'inbox') return null
  const name = plainText(head.name)
  const spam = head.place === 'spam'
  const Icon = spam ? IconAlertOctagon : IconUserQuestion
  return (
    <section className={classes.root} aria-label={spam ? t('Spam') : t('Request')}>
      <Icon size={16} stroke={1.75} className={classes.icon} aria-hidden="true" />
      <p className={classes.text} dir="auto">
        {spam ? t('{name} is in Spam.', { name }) : t('{name} is not in your inbox yet.', { name })}{' '}
        {reasonWords(head.place, head.placeReason)} {head.closed === null ? t('A reply lets them in.') : null}
      </p>
      <div className={classes.choices}>
        <Step action="request.accept" name={name} label={spam ? t('Not spam') : t('Accept')} primary />
        {spam || head.group ? null : <Step action="request.remember" name={name} label={t('Always')} />}
        {spam || head.status === 'resolved' ? null : <Step action="request.decline" name={name} label={t('Decline')} />}
        {head.group || head.block?.blocked === true || head.closed === 'archive' ? null : (
          <Step action="request.block" name={name} label={t('Block')} />
        )}
      </div>
    </section>
  )
}

interface StepProps {
  readonly action: ActionId
  readonly name: string
  readonly label: string
  readonly primary?: boolean
}

function Step({ action, name, label, primary }: StepProps) {
  const run = useRunAction()
  const keys = useAriaKeys(action)
  return (
    <ActionTip action={action}>
      <Button
        size="compact-sm"
        variant={primary === true ? 'filled' : 'default'}
        aria-label={`${label}: ${name}`}
        aria-keyshortcuts={keys}
        onClick={() => run(action)}
      >
        {label}
      </Button>
    </ActionTip>
  )
}
