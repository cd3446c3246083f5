import { UnstyledButton } from '@mantine/core'
import { t } from '../../../i18n/t.ts'
import type { Link } from '../../../../../shared/domain/message.ts'
import { shortened, textSegments } from '../text-segments.ts'
import classes from './MessageText.module.css'

export interface MessageTextProps {
  readonly text: string
  readonly links: readonly Link[]
  readonly hasMedia: boolean
  readonly expanded: boolean
  readonly onExpand: () => void
}

/** What a message says: text and links, never markup. Very long texts open on demand. */
export function MessageText({ text, links, hasMedia, expanded, onExpand }: MessageTextProps) {
  const short = expanded ? null : shortened(text)
  const segments = textSegments(short ?? text, links, hasMedia)
  if (segments.length === 0) return null
  return (
    <div className={classes.root} dir="auto">
      {segments.map((segment, index) =>
        segment.kind === 'text' ? (
          segment.text
        ) : (
          <a
            key={index}
            className={classes.link}
            href={segment.href}
            title={segment.href}
            target="_blank"
            rel="noopener noreferrer"
          >
            {segment.text}
          </a>
        )
      )}
      {short === null ? null : (
        <>
          …
          <UnstyledButton className={classes.more} onClick={onExpand}>
            {t('Show all {count, number} characters', { count: text.length })}
          </UnstyledButton>
        </>
      )}
    </div>
  )
}
