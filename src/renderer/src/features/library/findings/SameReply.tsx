import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { WordDiff } from '../editor/Versions/WordDiff.tsx'
import classes from './Findings.module.css'

export interface SameReplyProps {
  /** Id of the other reply. */
  readonly reply: string
  /** The text that is compared with it. */
  readonly body: string
}

/** Another reply that says the same: by name, and word by word when one wants to see it. */
export function SameReply({ reply, body }: SameReplyProps) {
  const { go } = useNavigation()
  const [open, setOpen] = useState(false)
  const [row] = useQuery('library.reply', { reply }).rows
  if (row === undefined) return null
  const { content } = row.approved ?? row.newest
  return (
    <div>
      <span className={classes.same}>
        <UnstyledButton className={classes.other} onClick={() => go({ to: 'reply', reply })}>
          <bdi>{plainText(content.title)}</bdi>
        </UnstyledButton>
        <UnstyledButton className={classes.compare} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? t('Close the comparison') : t('Compare')}
        </UnstyledButton>
      </span>
      {open ? <WordDiff before={body} after={content.body} /> : null}
    </div>
  )
}
