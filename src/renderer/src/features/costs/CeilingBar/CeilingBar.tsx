import { Button } from '@mantine/core'
import { IconCoins } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useRow } from '../../../core/use-query.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { Bar } from '../../../ui/Bar/Bar.tsx'
import { useClock } from '../../../ui/use-now.ts'
import { ceilingWords } from '../budget-words.ts'

/** In plain sight while the team's ceiling on costs stops something, with the way out. */
export function CeilingBar() {
  const row = useRow('costs.ceiling', {})
  const run = useCommand()
  const { go } = useNavigation()
  // Two texts in one string, because a clock renders again when its string changes.
  const text = useClock((now) => {
    const words = row === null || row.stage === 'saving' ? null : ceilingWords(row, now)
    return words === null ? '' : `${words.title}\n${words.text}`
  })
  if (row === null || text === '') return null
  const [title, detail] = text.split('\n')
  return (
    <Bar
      tone="waiting"
      icon={IconCoins}
      actions={
        <>
          {row.stage === 'reached' && !row.permitted ? (
            <Button size="compact-sm" onClick={() => void run('costs.sendAnyway', {})}>
              {t('Send replies anyway')}
            </Button>
          ) : null}
          <Button size="compact-sm" variant="default" onClick={() => go({ to: 'overlay', overlay: 'costs' })}>
            {t('Change the ceiling')}
          </Button>
        </>
      }
    >
      <strong>{title}</strong> {detail}
    </Bar>
  )
}
