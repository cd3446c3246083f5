import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { t } from '../../i18n/t.ts'
import { isMac, keyText } from '../../keyboard/key-labels.ts'

/** See `moveByKey`. */
const UP = 'Alt+ArrowUp'
const DOWN = 'Alt+ArrowDown'

export interface MoveButtonsProps {
  /** What is moved. */
  readonly name: string
  /** Its place, from 0, among so many. */
  readonly at: number
  readonly count: number
  readonly onMove: (by: -1 | 1) => void
}

/** A place up or down in a list, by mouse; for the keys see `moveByKey`. */
export function MoveButtons({ name, at, count, onMove }: MoveButtonsProps) {
  return (
    <>
      <ActionIcon
        aria-label={t('Move {name} up', { name })}
        title={keyText(UP, isMac())}
        disabled={at === 0}
        onClick={() => onMove(-1)}
      >
        <IconArrowUp size={16} stroke={1.75} />
      </ActionIcon>
      <ActionIcon
        aria-label={t('Move {name} down', { name })}
        title={keyText(DOWN, isMac())}
        disabled={at === count - 1}
        onClick={() => onMove(1)}
      >
        <IconArrowDown size={16} stroke={1.75} />
      </ActionIcon>
    </>
  )
}

/** Alt with ↑ and ↓ moves the line in which the key was pressed. */
export function moveByKey(event: KeyboardEvent, onMove: (by: -1 | 1) => void): void {
  if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
  event.preventDefault()
  onMove(event.key === 'ArrowDown' ? 1 : -1)
}
