import { type KeyboardEvent, type ReactNode, type RefObject, useLayoutEffect } from 'react'
import { t } from '../../../i18n/t.ts'
import { type DraftMode, MAX_DRAFT_LENGTH } from '../../../../../shared/domain/draft.ts'
import { formatCount } from '../../../ui/count.ts'
import { typeText } from '../../../ui/type-text.ts'
import { ConflictBar } from '../ConflictBar/ConflictBar.tsx'
import { EmojiButton } from '../../emoji/EmojiButton/EmojiButton.tsx'
import { CompletionList } from '../completion/CompletionList/CompletionList.tsx'
import { useCompletion } from '../completion/use-completion.ts'
import { DraftHistory } from '../DraftHistory/DraftHistory.tsx'
import type { DraftControl } from '../use-draft.ts'
import classes from './DraftField.module.css'

/** A list that opens at the cursor while the text keeps the focus. */
export interface FieldList {
  readonly listId: string
  /** Id of the line that Enter takes; null while the list is closed. */
  readonly active: string | null
  /** The cursor has moved. */
  readonly onSelect: () => void
  /** The text has lost the focus. */
  readonly onLeave: () => void
  /** @returns whether the key was for the list */
  readonly onKeyDown: (event: KeyboardEvent) => boolean
  readonly view: ReactNode
}

export interface DraftFieldProps {
  readonly mode: DraftMode
  readonly conversation: string
  readonly draft: DraftControl
  readonly field: RefObject<HTMLTextAreaElement | null>
  readonly focused: boolean
  readonly label: string
  /** Characters that still fit; null while there are plenty. */
  readonly left: number | null
  /** Language of the text as far as it is known, for spelling and for the shapes of letters. */
  readonly language?: string | null
  /** Drawn beneath the text, at its very size. */
  readonly marks?: ReactNode
  /** A few words about the text and for it, in the line above it. */
  readonly notice?: ReactNode
  /** What else can be chosen at the cursor. */
  readonly list?: FieldList
  /** Stands between the text and its bar. */
  readonly below?: ReactNode
  /** What Escape closes before it leaves the composer; null when nothing is open. */
  readonly onEscape?: (() => void) | null
  /** What can be done with the text. */
  readonly children: ReactNode
}

/** A text field whose content is a draft: saved as one types, with earlier versions at hand. */
export function DraftField({ mode, conversation, draft, field, focused, label, left, ...around }: DraftFieldProps) {
  const { loaded } = draft
  const completion = useCompletion(field, draft.text, mode === 'note')
  const completing = completion.options.length > 0
  const own = completing ? { list: completion.id, active: `${completion.id}-${completion.marked}` } : null
  const other = around.list === undefined || around.list.active === null ? null : around.list
  const active = own ?? (other === null ? null : { list: other.listId, active: other.active ?? undefined })
  const moved = (): void => {
    completion.onSelect()
    around.list?.onSelect()
  }
  // Somebody who comes back to a draft goes on at its end.
  useLayoutEffect(() => {
    const end = field.current?.value.length ?? 0
    field.current?.setSelectionRange(end, end)
  }, [field, loaded])
  useLayoutEffect(() => {
    if (focused) field.current?.focus()
  }, [field, focused])
  return (
    <>
      {draft.conflict === null ? null : <ConflictBar onKeep={draft.keepMine} onTake={draft.takeOther} />}
      <div className={classes.notice}>{around.notice}</div>
      <div className={classes.field}>
        {around.marks}
        <CompletionList completion={completion} />
        {around.list?.view}
        <textarea
          ref={field}
          className={`${classes.letters} ${classes.input}`}
          aria-label={label}
          placeholder={label}
          dir="auto"
          lang={around.language ?? undefined}
          spellCheck
          rows={1}
          maxLength={MAX_DRAFT_LENGTH}
          value={draft.text}
          aria-autocomplete="list"
          aria-controls={active?.list}
          aria-activedescendant={active?.active}
          onChange={(event) => {
            draft.change(event.currentTarget.value)
            moved()
          }}
          onSelect={moved}
          onBlur={() => {
            draft.flush()
            completion.onLeave()
            around.list?.onLeave()
          }}
          onKeyDown={(event) => {
            if (completion.onKeyDown(event) || around.list?.onKeyDown(event) === true) return
            if (event.key !== 'Escape' || !around.onEscape || event.nativeEvent.isComposing) return
            event.preventDefault()
            around.onEscape()
          }}
        />
      </div>
      {around.below}
      <div className={classes.bar}>
        <DraftHistory
          conversation={conversation}
          mode={mode}
          onRestore={draft.restore}
          onClosed={() => field.current?.focus()}
        />
        <EmojiButton
          onPick={(emoji) => {
            const input = field.current
            if (input) typeText(input, [input.selectionStart, input.selectionEnd], emoji)
          }}
          onClosed={() => field.current?.focus()}
        />
        <CharactersLeft left={left} />
        {around.children}
      </div>
    </>
  )
}

/** How much still fits, once it is worth a word: in words where there is room, else as a number. */
function CharactersLeft({ left }: Pick<DraftFieldProps, 'left'>) {
  return (
    <span className={classes.count} data-over={left !== null && left < 0} aria-live="polite">
      {left === null ? null : (
        <>
          <span className={classes.countWords}>
            {left < 0
              ? t('{count, plural, one {# character} other {# characters}} too many', { count: -left })
              : t('{count, plural, one {# character} other {# characters}} left', { count: left })}
          </span>
          <span className={classes.countNumber} aria-hidden="true">
            {formatCount(left)}
          </span>
        </>
      )}
    </span>
  )
}
