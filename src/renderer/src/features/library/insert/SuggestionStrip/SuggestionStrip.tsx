import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconPaperclip, IconSparkles } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { ReplyChoiceRow } from '../../../../../../shared/contract/library-rows.ts'
import type { QueryRows } from '../../../../../../shared/contract/queries.ts'
import { useCore } from '../../../../core/core-context.ts'
import { useQuery } from '../../../../core/use-query.ts'
import { t } from '../../../../i18n/t.ts'
import type { ActionId } from '../../../../keyboard/actions.ts'
import { useAction } from '../../../../keyboard/KeyboardProvider.tsx'
import { useAriaKeys } from '../../../../keyboard/keymap-context.ts'
import { KeyTip } from '../../../../ui/ActionButton/KeyTip.tsx'
import { formatCount } from '../../../../ui/count.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import { firstWindow } from '../../../thread/thread-window.ts'
import { useQuickKeys } from '../../quick-keys/use-quick-keys.ts'
import { reasonsText } from '../reply-choice.ts'
import classes from './SuggestionStrip.module.css'

export interface SuggestionStripProps {
  readonly conversation: string
  /** Something else needs the room: numbers without titles. */
  readonly tight: boolean
  readonly onTake: (choice: ReplyChoiceRow) => void
}

const places: readonly ActionId[] = ['suggestion.first', 'suggestion.second', 'suggestion.third']

/**
 * The replies that fit the customer who waits, in room that is there anyway: nothing moves when they come or go. Only to
 * be there while somebody waits: the core ranks for whom it is asked.
 */
export function SuggestionStrip({ conversation, tight, onTake }: SuggestionStripProps) {
  const { rows } = useQuery('library.suggestions', { conversation })
  const choices = rows.slice(0, places.length)
  useShown(conversation, choices.length)

  const take = (at: number): void => {
    const choice = choices[at]
    if (choice) onTake(choice)
  }
  useAction('suggestion.first', () => take(0), choices.length > 0)
  useAction('suggestion.second', () => take(1), choices.length > 1)
  useAction('suggestion.third', () => take(2), choices.length > 2)

  if (choices.length === 0) return null
  return (
    <div className={classes.root} role="group" aria-label={t('Suggested replies')} data-tight={tight}>
      <IconSparkles size={13} stroke={1.75} className={classes.icon} aria-hidden="true" />
      {choices.map((choice, at) => (
        <Suggestion key={choice.id} choice={choice} at={at} onTake={() => take(at)} />
      ))}
    </div>
  )
}

interface SuggestionProps {
  readonly choice: ReplyChoiceRow
  /** From 0 on. */
  readonly at: number
  readonly onTake: () => void
}

function Suggestion({ choice, at, onTake }: SuggestionProps) {
  const action = places[at] ?? 'suggestion.first'
  const keys = useAriaKeys(action)
  const title = plainText(choice.title)
  const why = reasonsText(choice)
  const file = choice.attachment === null ? null : t('With {file}', { file: plainText(choice.attachment.name) })
  const about = [file, why].filter((part) => part !== null).join(' · ')
  const quickKey = useQuickKeys().get(choice.id)
  const words = about === '' ? title : t('{title}: {why}', { title, why: about })
  const tip = quickKey === undefined ? words : `${words} · ${t('Quick key {key, number}', { key: quickKey })}`
  return (
    <Tooltip label={<KeyTip label={tip} action={action} />} position="top" multiline maw={420}>
      <UnstyledButton
        className={classes.chip}
        aria-label={t('Suggested reply {number, number}: {words}', { number: at + 1, words })}
        aria-keyshortcuts={keys}
        onClick={onTake}
      >
        <span className={classes.number} aria-hidden="true">
          {formatCount(at + 1)}
        </span>
        <bdi className={classes.title}>{title}</bdi>
        {file === null ? null : <IconPaperclip size={12} stroke={1.75} className={classes.file} aria-hidden="true" />}
      </UnstyledButton>
    </Tooltip>
  )
}

/** Says that suggestions came before somebody's eyes, once for each message that they are for. */
function useShown(conversation: string, replies: number): void {
  const { client } = useCore()
  const message = newestOfTheirs(useQuery('thread.messages', { conversation, window: firstWindow(null) }).rows)
  useEffect(() => {
    if (message === null || replies === 0) return
    // A count that is lost with the connection is not worth a word to the agent.
    client.run('library.suggestionsShown', { conversation, message, replies }).catch(() => undefined)
  }, [client, conversation, message, replies])
}

/** X's event id of the newest message of the customer; null when there is none. */
function newestOfTheirs(rows: readonly QueryRows['thread.messages'][]): string | null {
  return rows.findLast((row) => row.kind === 'message' && !row.us)?.id ?? null
}
