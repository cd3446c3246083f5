import { useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import type { DraftMode } from '../../../../../shared/domain/draft.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { usePlaceMemory } from '../../../shell/place-context.ts'
import { ClosedComposer } from '../ClosedComposer/ClosedComposer.tsx'
import { ModeSwitch } from '../ModeSwitch/ModeSwitch.tsx'
import classes from './Composer.module.css'
import { NoteField } from './NoteField.tsx'
import { ReplyField } from './ReplyField.tsx'

export interface ComposerProps {
  readonly head: ThreadHeadRow
  /** Takes the focus at once: somebody asked for it while the conversation was still on its way. */
  readonly writing: DraftMode | null
}

/** Where replies and internal notes are written; each mode has a draft of its own. To be keyed by conversation. */
export function Composer({ head, writing }: ComposerProps) {
  const memory = usePlaceMemory()
  const remembered = memory.place.conversation === head.id ? memory.place.mode : 'reply'
  const [mode, setMode] = useState<DraftMode>(writing ?? remembered)
  const [focused, setFocused] = useState(writing !== null)
  const field = useRef<HTMLTextAreaElement>(null)

  function write(wanted: DraftMode): void {
    setFocused(true)
    if (wanted === mode) field.current?.focus()
    else setMode(wanted)
    memory.remember({ mode: wanted })
  }

  useAction('reply.write', () => write('reply'))
  useAction('note.write', () => write('note'))
  useAction('composer.mode', () => write(mode === 'reply' ? 'note' : 'reply'))

  return (
    <section className={classes.root} aria-label={mode === 'reply' ? t('Reply||noun') : t('Internal note')}>
      <div className={classes.frame} data-mode={mode}>
        <ModeSwitch conversation={head.id} mode={mode} onMode={write} />
        {mode === 'note' ? (
          <NoteField head={head} field={field} focused={focused} />
        ) : head.closed === null ? (
          <ReplyField head={head} field={field} focused={focused} />
        ) : (
          <ClosedComposer head={head} closed={head.closed} />
        )}
      </div>
    </section>
  )
}
