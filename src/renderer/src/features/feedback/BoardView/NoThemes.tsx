import { Button } from '@mantine/core'
import { IconFilterOff, IconQuote } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { type BoardChoice, isFiltered } from '../board-choice.ts'

/** There is feedback, but none like that. */
export function NoThemes({ choice }: { readonly choice: BoardChoice }) {
  const run = useRunAction()
  const filtered = isFiltered(choice)
  const action = filtered ? 'feedback.clear' : 'feedback.time'
  return (
    <EmptyState
      icon={filtered ? <IconFilterOff size={32} stroke={1.5} /> : <IconQuote size={32} stroke={1.5} />}
      title={filtered ? t('No feedback is like that') : t('No feedback in this time')}
      actions={
        <Button variant="default" rightSection={<ActionKeys action={action} />} onClick={() => run(action)}>
          {filtered ? t('Clear all filters') : t('Choose the time')}
        </Button>
      }
    >
      {filtered ? t('Clear the filters, or choose a longer time.') : t('What was tagged was said before it.')}
    </EmptyState>
  )
}
