import { Menu, UnstyledButton } from '@mantine/core'
import { IconCopy, IconDots, IconPencil, IconQuote, IconTrash } from '@tabler/icons-react'
import type { KeyboardEvent, ReactElement } from 'react'
import { t } from '../../../i18n/t.ts'
import type { FeedbackRow } from '../../../../../shared/contract/feedback-rows.ts'
import type { MessageRow } from '../../../../../shared/contract/rows.ts'
import { isMac } from '../../../keyboard/key-labels.ts'
import { useKeys } from '../../../keyboard/keymap-context.ts'
import { pressesOf } from '../../../keyboard/press.ts'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { canTag } from '../../feedback/use-selected-words.ts'
import { canDelete } from '../message-steps.ts'
import classes from './MessageMenu.module.css'

export interface MessageMenuProps {
  readonly row: MessageRow
  readonly opened: boolean
  readonly onOpen: (opened: boolean) => void
  readonly onCopy: () => void
  readonly onDelete: () => void
  readonly onTag: () => void
  /** What of it is tagged already, to be changed. */
  readonly tagged: readonly FeedbackRow[]
  readonly onTagged: (id: string) => void
}

/** What can be done with a message. The menu itself is only made when it is asked for: a thread has many messages. */
export function MessageMenu(props: MessageMenuProps) {
  const { opened, onOpen } = props
  const button = (
    <UnstyledButton
      className={classes.button}
      data-opened={opened}
      aria-label={t('Message actions')}
      aria-haspopup="menu"
      tabIndex={-1}
      onClick={() => onOpen(!opened)}
    >
      <IconDots size={16} stroke={1.75} aria-hidden="true" />
    </UnstyledButton>
  )
  return opened ? <OpenMenu {...props}>{button}</OpenMenu> : button
}

function OpenMenu({
  row,
  onOpen,
  onCopy,
  onDelete,
  onTag,
  tagged,
  onTagged,
  children
}: Omit<MessageMenuProps, 'opened'> & { readonly children: ReactElement }) {
  const copyKeys = useKeys('message.copy')
  const deleteKeys = useKeys('message.delete')
  const tagKeys = useKeys('message.feedback')
  const deletable = canDelete(row)
  const taggable = canTag(row)

  /** The keys that the menu shows do in it what they do outside. */
  function press(event: KeyboardEvent): void {
    const readings = pressesOf(event.nativeEvent, isMac())
    const pressed = (keys: readonly string[]): boolean => readings.some((reading) => keys.includes(reading))
    const step =
      pressed(copyKeys) && row.text !== ''
        ? onCopy
        : pressed(deleteKeys) && deletable
          ? onDelete
          : pressed(tagKeys) && taggable
            ? onTag
            : null
    if (step === null) return
    event.preventDefault()
    onOpen(false)
    step()
  }

  return (
    <Menu
      opened
      onClose={() => onOpen(false)}
      position={row.us ? 'bottom-end' : 'bottom-start'}
      width={300}
      transitionProps={{ duration: 0 }}
      returnFocus={false}
      // Not by keys, as menus usually: the one that opened it comes by here, too.
      clickOutsideEvents={['mousedown', 'touchstart']}
      withInitialFocusPlaceholder={false}
      portalProps={{ target: '#tips' }}
    >
      <Menu.Target>{children}</Menu.Target>
      <Menu.Dropdown onKeyDown={press}>
        <Menu.Item
          leftSection={<IconCopy size={16} stroke={1.75} aria-hidden="true" />}
          rightSection={<ActionKeys action="message.copy" />}
          disabled={row.text === ''}
          onClick={onCopy}
        >
          {t('Copy text')}
        </Menu.Item>
        {taggable ? (
          <Menu.Item
            leftSection={<IconQuote size={16} stroke={1.75} aria-hidden="true" />}
            rightSection={<ActionKeys action="message.feedback" />}
            onClick={onTag}
          >
            {t('Tag feedback')}
          </Menu.Item>
        ) : null}
        {tagged.map((entry) => (
          <Menu.Item
            key={entry.id}
            leftSection={<IconPencil size={16} stroke={1.75} aria-hidden="true" />}
            onClick={() => onTagged(entry.id)}
          >
            <bdi>{entry.themes.map(({ name }) => plainText(name)).join(t(', ||between parts'))}</bdi>
            <span className={classes.explanation}>{t('Change or remove this feedback')}</span>
          </Menu.Item>
        ))}
        {deletable ? (
          <Menu.Item
            leftSection={<IconTrash size={16} stroke={1.75} aria-hidden="true" />}
            rightSection={<ActionKeys action="message.delete" />}
            onClick={onDelete}
          >
            {t('Delete')}
            <span className={classes.explanation}>
              {t('Here and in your X account. The customer keeps their copy.')}
            </span>
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
