import { Button } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { IconAlertTriangle, IconSearchOff } from '@tabler/icons-react'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import type { ListedSearch } from '../../../shell/navigation.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useViewDialog } from '../view-dialog-context.ts'
import { useViewSteps } from '../use-view-steps.ts'

export interface BrokenSearchProps {
  readonly search: ListedSearch
  /** What is wrong. */
  readonly message: string
}

/** A search that cannot be made, e.g. a saved view with a tag that was removed, and how to mend it. */
export function BrokenSearch({ search, message }: BrokenSearchProps) {
  const { go } = useNavigation()
  const openDialog = useViewDialog()
  const { mend } = useViewSteps()
  const views = useQuery('views.list', {}).rows
  const view = 'view' in search ? (views.find(({ id }) => id === search.view) ?? null) : null
  const mended = view?.mended ?? null
  useAction('view.mend', () => view && mend(view), mended !== null)
  const text = 'text' in search ? search.text : (view?.query ?? '')
  return (
    <EmptyState
      icon={<IconAlertTriangle size={32} stroke={1.5} />}
      title={view === null ? t('This search cannot be made') : t('This view needs mending')}
      actions={
        <>
          {view === null || mended === null ? null : (
            <Button onClick={() => mend(view)} rightSection={<ActionKeys action="view.mend" />}>
              {t('Search without it')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() =>
              view === null
                ? go({ to: 'overlay', overlay: 'search', searchText: text })
                : openDialog({ view, query: text })
            }
          >
            {t('Edit the search')}
          </Button>
        </>
      }
    >
      {message}
      {mended === null ? '' : ` ${t('Without it, the search is: {search}', { search: mended })}`}
    </EmptyState>
  )
}

/** A search that finds nothing. */
export function EmptySearch() {
  return (
    <EmptyState icon={<IconSearchOff size={32} stroke={1.5} />} title={t('No conversation fits')}>
      {t('Conversations appear here by themselves as soon as they fit the search.')}
    </EmptyState>
  )
}
