import { Button } from '@mantine/core'
import { IconBan, IconPlugConnected } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { rich, t } from '../../../i18n/t.ts'
import { assertNever } from '../../../../../shared/assert-never.ts'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import classes from '../Composer/Composer.module.css'

export interface ClosedComposerProps {
  readonly head: ThreadHeadRow
  readonly closed: NonNullable<ThreadHeadRow['closed']>
}

/** Why nothing can be written here, and what opens it again. */
export function ClosedComposer({ head, closed }: ClosedComposerProps) {
  const { go } = useNavigation()
  const runAction = useRunAction()
  switch (closed) {
    case 'archive':
      return (
        <Closed
          action={
            <Button
              variant="default"
              leftSection={<IconPlugConnected size={16} />}
              onClick={() => go({ to: 'overlay', overlay: 'connect' })}
            >
              {t('Connect')}
            </Button>
          }
        >
          {t('This conversation comes from an archive. Connect its X account to answer.')}
        </Closed>
      )
    case 'blocked':
      return (
        <Closed
          action={
            <Button
              variant="default"
              leftSection={<IconBan size={16} />}
              onClick={() => runAction('conversation.block')}
            >
              {t('Unblock')}
            </Button>
          }
        >
          {rich(
            'You blocked messages of <who>{name}</who>. Unblock to write.',
            { who: (inside) => <bdi>{inside}</bdi> },
            { name: plainText(head.name) }
          )}
        </Closed>
      )
    case 'left':
      return (
        <Closed>
          {t('This account is not in this group any more. A member has to add it again before you can write.')}
        </Closed>
      )
    default:
      return assertNever(closed)
  }
}

function Closed({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className={classes.closed}>
      <p>{children}</p>
      {action}
    </div>
  )
}
