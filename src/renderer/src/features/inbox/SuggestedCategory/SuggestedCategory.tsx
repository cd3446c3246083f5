import { t } from '../../../i18n/t.ts'
import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconSparkles } from '@tabler/icons-react'
import { useRow } from '../../../core/use-query.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { categoryWords } from '../triage-words.tsx'
import classes from './SuggestedCategory.module.css'

/** The category that the customer's words speak for, and which words those are. Nothing when that is not clear. */
export function SuggestedCategory({ conversation }: { readonly conversation: string }) {
  const run = useRunAction()
  const keys = useAriaKeys('conversation.acceptCategory')
  const suggested = useRow('categories.suggestion', { conversation })
  if (!suggested) return null
  const why = suggested.words.map((word) => `“${word}”`).join(', ')
  const category = t(categoryWords[suggested.category])
  return (
    <Tooltip
      label={
        <KeyTip
          label={t('{category}, because of {words}. Take it', { category, words: why })}
          action="conversation.acceptCategory"
        />
      }
    >
      <UnstyledButton
        className={classes.root}
        aria-keyshortcuts={keys}
        onClick={() => run('conversation.acceptCategory')}
      >
        <IconSparkles size={14} stroke={1.75} aria-hidden="true" />
        <span>{t('{category}?', { category })}</span>
        <bdi className={classes.why}>{why}</bdi>
      </UnstyledButton>
    </Tooltip>
  )
}
