import { UnstyledButton } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { IconBookmark, IconPencil } from '@tabler/icons-react'
import { useQuery } from '../../../core/use-query.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import type { ListedSearch } from '../../../shell/navigation.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { useViewDialog } from '../view-dialog-context.ts'
import classes from './SearchLine.module.css'

export interface SearchLineProps {
  readonly search: ListedSearch
  /** The search cannot be made: it is not worth saving as it is. */
  readonly broken: boolean
}

/** The search that the list shows, with the way to change or save it. */
export function SearchLine({ search, broken }: SearchLineProps) {
  const { go } = useNavigation()
  const openDialog = useViewDialog()
  const views = useQuery('views.list', {}).rows
  const view = 'view' in search ? (views.find(({ id }) => id === search.view) ?? null) : null
  const text = 'view' in search ? (view?.query ?? '') : search.text
  const enabled = 'text' in search ? !broken : view !== null
  useAction('view.edit', () => openDialog({ view, query: text }), enabled)
  return (
    <div className={classes.root}>
      <UnstyledButton
        className={classes.text}
        dir="auto"
        aria-label={t('Search again: {text}', { text })}
        onClick={() => go({ to: 'overlay', overlay: 'search', searchText: text })}
      >
        {text}
      </UnstyledButton>
      <ActionButton
        action="view.edit"
        label={view === null ? t('Save as view') : t('Edit the saved view')}
        disabled={!enabled}
        position="bottom"
      >
        {view === null ? <IconBookmark size={16} stroke={1.75} /> : <IconPencil size={16} stroke={1.75} />}
      </ActionButton>
    </div>
  )
}
