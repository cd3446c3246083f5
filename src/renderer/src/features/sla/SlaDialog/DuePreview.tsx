import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { dueOf, slaClocks, type SlaPlan } from '../../../../../shared/domain/sla.ts'
import { t } from '../../../i18n/t.ts'
import { formatAhead } from '../../../ui/time.ts'
import { fromFieldValue, toFieldValue } from '../../outbox/schedule-choices.ts'
import classes from './SlaDialog.module.css'

/** When the answers to a message would be due. @param plan null while there is something wrong with it */
export function DuePreview({ plan }: { readonly plan: SlaPlan | null }) {
  const [openedAt] = useState(Date.now)
  const [asked, setAsked] = useState(() => toFieldValue(nextFridayEvening(openedAt)))
  const since = fromFieldValue(asked)
  const clocks = plan === null ? null : slaClocks(plan)
  return (
    <>
      <TextInput
        type="datetime-local"
        label={t('A message at')}
        w={220}
        value={asked}
        onChange={(event) => setAsked(event.currentTarget.value)}
      />
      <ul className={classes.preview} aria-label={t('Would be due')}>
        {clocks === null || since === null
          ? null
          : clocks.plan.policies.flatMap((policy) =>
              (['first', 'next'] as const).map((kind) => {
                const due = dueOf(clocks, policy, { kind, since, pauses: [] })
                return due === null ? null : (
                  <li key={`${policy.id} ${kind}`}>
                    {t('{policy}: {kind, select, first {first answer} other {later answer}} due {time}', {
                      policy: policy.name,
                      kind,
                      time: formatAhead(due.dueAt, openedAt)
                    })}
                  </li>
                )
              })
            )}
      </ul>
    </>
  )
}

/** Ten minutes before six on the next Friday: where hours show what they mean. */
function nextFridayEvening(now: number): number {
  const day = new Date(now)
  day.setDate(day.getDate() + ((5 - day.getDay() + 7) % 7))
  day.setHours(17, 50, 0, 0)
  return day.getTime()
}
