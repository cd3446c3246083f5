import { UnstyledButton } from '@mantine/core'
import { IconFlame } from '@tabler/icons-react'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { PlanTitle } from '../../../ui/PlanForm/PlanForm.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatExact, formatWait } from '../../../ui/time.ts'
import classes from './SlaDialog.module.css'

/** The promises that were broken last; each opens its conversation. */
export function BreachList({ onOpened }: { readonly onOpened: () => void }) {
  const { go } = useNavigation()
  const { rows } = useQuery('sla.breaches', { limit: 8 })
  return (
    <>
      <PlanTitle>{t('Broken lately')}</PlanTitle>
      {rows.length === 0 ? <p className={classes.hint}>{t('None.')}</p> : null}
      <ul className={classes.list}>
        {rows.map((breach) => (
          <li key={breach.id}>
            <UnstyledButton
              className={classes.breach}
              onClick={() => {
                onOpened()
                go({ to: 'thread', conversation: breach.conversation, enter: true })
              }}
            >
              <IconFlame size={14} stroke={2} className={classes.flame} aria-hidden="true" />
              <bdi className={classes.name}>{plainText(breach.title)}</bdi>
              <span className={classes.hint} title={formatExact(breach.dueAt)}>
                {breach.answeredAt === null
                  ? t('{policy}: not answered yet', { policy: breach.policy })
                  : t('{policy}: answered {time} late', {
                      policy: breach.policy,
                      time: formatWait(breach.answeredAt - breach.dueAt)
                    })}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
    </>
  )
}
