import { Button } from '@mantine/core'
import { IconBooks, IconFilterOff } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'

/** So many the core keeps, besides the fragments in them. */
const STARTERS = 40

/** A library without replies, and what to do about it. */
export function EmptyLibrary() {
  const run = useRunAction()
  return (
    <EmptyState
      icon={<IconBooks size={32} stroke={1.5} />}
      title={t('No canned replies yet')}
      actions={
        <>
          <Button rightSection={<ActionKeys action="library.new" />} onClick={() => run('library.new')}>
            {t('Write the first one')}
          </Button>
          <Button
            variant="default"
            rightSection={<ActionKeys action="library.addStarter" />}
            onClick={() => run('library.addStarter')}
          >
            {t('Add {count, number} starter replies', { count: STARTERS })}
          </Button>
          <Button
            variant="default"
            rightSection={<ActionKeys action="library.import" />}
            onClick={() => run('library.import')}
          >
            {t('Import from elsewhere')}
          </Button>
          <Button variant="subtle" onClick={() => run('go.placeholders')}>
            {t('How placeholders work')}
          </Button>
        </>
      }
    >
      {t(
        'What you answer again and again is written once, looked at by somebody, and inserted with / wherever you reply: with the customer’s name, in their language.'
      )}
    </EmptyState>
  )
}

/** A filter that leaves nothing. */
export function NothingFiltered({ onClear }: { readonly onClear: () => void }) {
  return (
    <EmptyState
      icon={<IconFilterOff size={32} stroke={1.5} />}
      title={t('No reply fits the filter')}
      actions={
        <Button variant="default" onClick={onClear}>
          {t('Show all replies')}
        </Button>
      }
    />
  )
}
