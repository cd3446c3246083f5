import { t } from '../../../i18n/t.ts'
import { ActionIcon, Tooltip, UnstyledButton } from '@mantine/core'
import { IconCheck, IconTrash } from '@tabler/icons-react'
import { type MouseEvent, useState } from 'react'
import type { CustomerFollowUpRow } from '../../../../../shared/contract/customer-rows.ts'
import type { FollowUpRow } from '../../../../../shared/contract/triage-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatAhead, formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { FollowUpDialog } from '../FollowUpDialog/FollowUpDialog.tsx'
import classes from './FollowUpList.module.css'

export interface FollowUpListProps {
  readonly rows: readonly (FollowUpRow | CustomerFollowUpRow)[]
  /** The open conversation: its promises are changed here, those made elsewhere lead there. */
  readonly conversation: string
}

/** What was promised and is still open, what is due first. Nothing when nothing is. */
export function FollowUpList({ rows, conversation }: FollowUpListProps) {
  const [changing, setChanging] = useState<FollowUpRow | null>(null)
  const { go } = useNavigation()
  if (rows.length === 0) return null
  return (
    <>
      <ul className={classes.list} aria-label={t('Follow-ups')}>
        {rows.map((row) => {
          const elsewhere = 'conversation' in row && row.conversation !== conversation ? row : null
          return (
            <FollowUpItem
              key={row.id}
              row={row}
              where={elsewhere?.title ?? null}
              onOpen={() =>
                elsewhere === null
                  ? setChanging(row)
                  : go({ to: 'thread', conversation: elsewhere.conversation, enter: true })
              }
            />
          )
        })}
      </ul>
      {changing === null ? null : (
        <FollowUpDialog conversation={conversation} change={changing} onClose={() => setChanging(null)} />
      )}
    </>
  )
}

interface FollowUpItemProps {
  readonly row: FollowUpRow
  /** Title of the conversation it was promised in, when that is not the open one. */
  readonly where: string | null
  readonly onOpen: () => void
}

/** The item goes with what is done to it; the focus goes on to the same step of its neighbour. */
function passFocus({ currentTarget }: MouseEvent<HTMLElement>): void {
  const item = currentTarget.closest('li')
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling
  neighbour?.querySelector<HTMLElement>(`[data-step=${currentTarget.dataset['step']}]`)?.focus()
}

function FollowUpItem({ row, where, onOpen }: FollowUpItemProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const due = useClock((now) => formatAhead(row.dueAt, now))
  const late = useClock((now) => row.dueAt <= now)
  const text = plainText(row.text)

  async function step(name: 'followUps.done' | 'followUps.delete', words: string): Promise<void> {
    if (await run(name, { followUp: row.id })) tell(words)
  }

  return (
    <li className={classes.item}>
      <UnstyledButton
        className={classes.words}
        title={
          where === null ? t('{what}: change', { what: text }) : t('{what}: open the conversation', { what: text })
        }
        onClick={onOpen}
      >
        <bdi className={classes.text}>{text}</bdi>
        <span className={classes.foot}>
          <time className={classes.due} data-late={late} title={formatExact(row.dueAt)}>
            {late ? t('due since {time}', { time: due }) : due}
          </time>
          {where === null ? null : <bdi className={classes.where}>{plainText(where)}</bdi>}
        </span>
      </UnstyledButton>
      <Tooltip label={t('Done')}>
        <ActionIcon
          size={24}
          data-step="done"
          aria-label={t('Done: {what}', { what: text })}
          onClick={(event) => {
            passFocus(event)
            void step('followUps.done', t('Done: {what}', { what: text }))
          }}
        >
          <IconCheck size={15} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('Delete')}>
        <ActionIcon
          size={24}
          data-step="delete"
          aria-label={t('Delete: {what}', { what: text })}
          onClick={(event) => {
            passFocus(event)
            void step('followUps.delete', t('Deleted: {what}', { what: text }))
          }}
        >
          <IconTrash size={15} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
    </li>
  )
}
