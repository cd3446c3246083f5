import { Tooltip, UnstyledButton } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ActionId } from '../../../keyboard/actions.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { formatCount } from '../../../ui/count.ts'
import { MOST_COUNTED } from '../../../../../shared/domain/view.ts'
import classes from './QueuesPane.module.css'

/** A queue or a saved view in the sidebar. */
export interface PlaceEntry {
  readonly id: string
  readonly title: string
  readonly mark: ReactNode
  /** Null while it is not known. */
  readonly total: number | null
  readonly unread: boolean
  readonly current: boolean
  /** What is wrong with it. */
  readonly trouble: string | null
  readonly action: ActionId | null
  readonly onOpen: () => void
  readonly onEdit?: () => void
  readonly onDelete?: () => void
}

/** See `OrderedPlaces`. */
const MOVED = 'Alt+ArrowUp Alt+ArrowDown'

export function PlaceItem({ place }: { readonly place: PlaceEntry }) {
  function press(event: KeyboardEvent): void {
    const run = event.key === 'F2' ? place.onEdit : event.key === 'Delete' ? place.onDelete : undefined
    if (!run || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    run()
  }

  return (
    <Tooltip
      label={<KeyTip label={place.trouble ?? place.title} action={place.action ?? undefined} />}
      position="right"
    >
      <UnstyledButton
        className={classes.queue}
        aria-current={place.current ? 'page' : undefined}
        aria-keyshortcuts={place.onEdit === undefined ? MOVED : `F2 Delete ${MOVED}`}
        data-unread={place.unread}
        onClick={place.onOpen}
        onDoubleClick={place.onEdit}
        onKeyDown={press}
      >
        {place.mark}
        <bdi className={classes.name}>{place.title}</bdi>
        {place.trouble === null ? (
          <span className={classes.count}>{countText(place.total)}</span>
        ) : (
          <IconAlertTriangle className={classes.trouble} size={14} aria-label={t('Needs mending')} />
        )}
      </UnstyledButton>
    </Tooltip>
  )
}

function countText(total: number | null): string {
  if (total === null) return ''
  return total >= MOST_COUNTED ? `${MOST_COUNTED - 1}+` : formatCount(total)
}
