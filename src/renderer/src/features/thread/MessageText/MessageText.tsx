import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import { t } from '../../../i18n/t.ts'
import type { Link } from '../../../../../shared/domain/message.ts'
import { markPieces, type WordMark } from '../../feedback/shown-words.ts'
import { shortened, type Segment, textSegments } from '../text-segments.ts'
import classes from './MessageText.module.css'

export interface MessageTextProps {
  /** The message's; absent for what is no message: its words cannot be tagged. */
  readonly id?: string
  /** What of it is tagged. */
  readonly marks?: readonly WordMark[]
  readonly onMark?: (id: string) => void
  readonly text: string
  readonly links: readonly Link[]
  readonly hasMedia: boolean
  readonly expanded: boolean
  readonly onExpand: () => void
}

const NONE: readonly WordMark[] = []

/** What a message says: text and links, never markup. Very long texts open on demand. */
export function MessageText(props: MessageTextProps) {
  const { id, text, links, hasMedia, expanded, marks = NONE, onMark, onExpand } = props
  const short = expanded ? null : shortened(text)
  const segments = textSegments(short ?? text, links, hasMedia)
  if (segments.length === 0) return null
  return (
    <div className={classes.root} dir="auto" data-words={id}>
      {markPieces(segments, marks).map((piece, index) => (
        <Marked key={index} marks={piece.marks} onMark={onMark}>
          <Shown segment={piece.segment} />
        </Marked>
      ))}
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

function Shown({ segment }: { readonly segment: Segment }) {
  if (segment.kind === 'text') return segment.text
  return (
    <a className={classes.link} href={segment.href} title={segment.href} target="_blank" rel="noopener noreferrer">
      {segment.text}
    </a>
  )
}

interface MarkedProps {
  readonly marks: readonly WordMark[]
  readonly onMark: ((id: string) => void) | undefined
  readonly children: ReactNode
}

/** Tagged words are underlined with dots and say with what; words that are being chosen have a frame. */
function Marked({ marks, onMark, children }: MarkedProps) {
  const tagged = marks.filter(({ label }) => label !== null)
  const chosen = tagged.length < marks.length
  const [first] = tagged
  if (first === undefined) return chosen ? <mark className={classes.chosen}>{children}</mark> : children
  return (
    <mark
      className={classes.tagged}
      data-chosen={chosen}
      title={tagged.map(({ label }) => label).join('\n')}
      // The keys for it are in the message's menu.
      onClick={() => {
        if (document.getSelection()?.isCollapsed !== false) onMark?.(first.id)
      }}
    >
      {children}
    </mark>
  )
}
