import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { moveChoice, searchTargets } from '../search-results.ts'
import { useSearch } from '../use-search.ts'
import classes from './SearchOverlay.module.css'
import { resultElementId, SearchResults } from './SearchResults.tsx'

export interface SearchOverlayProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** Search over customers and all messages, as you type. */
export function SearchOverlay({ opened, onClose }: SearchOverlayProps) {
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={680}
      yOffset="9vh"
      returnFocus={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={0.3} />
      <Modal.Content aria-label="Search">
        <SearchDialog />
      </Modal.Content>
    </Modal.Root>
  )
}

function SearchDialog() {
  const { go } = useNavigation()
  const field = useRef<HTMLInputElement>(null)
  /** Something was chosen: the focus goes there and not back. */
  const opening = useRef(false)
  const [text, setText] = useState('')
  const { answer, error } = useSearch(text)
  const targets = searchTargets(answer)
  const [choice, setChoice] = useState<{ readonly for: string; readonly index: number }>({ for: '', index: 0 })
  const index = choice.for === answer?.text ? Math.min(choice.index, targets.length - 1) : 0
  const chosen = targets[index]

  // Mantine would wait for a moment: letters typed right after the key must land in the field.
  useLayoutEffect(() => {
    const before = document.activeElement
    field.current?.focus()
    return () => {
      if (!opening.current && before instanceof HTMLElement) before.focus()
    }
  }, [])

  function choose(next: number): void {
    setChoice({ for: answer?.text ?? '', index: next })
    document.getElementById(resultElementId(targets[next]?.id ?? ''))?.scrollIntoView({ block: 'nearest' })
  }

  function open(at: number): void {
    const target = targets[at]
    if (!target) return
    opening.current = true
    go({
      to: 'thread',
      conversation: target.conversation,
      enter: true,
      ...(target.message === null ? {} : { message: target.message })
    })
  }

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') choose(moveChoice(targets.length, index, 1))
    else if (event.key === 'ArrowUp') choose(moveChoice(targets.length, index, -1))
    else if (event.key === 'Enter') open(index)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.75} aria-hidden="true" />
        <input
          ref={field}
          className={classes.input}
          type="text"
          role="combobox"
          aria-label="Search customers and messages"
          aria-expanded={targets.length > 0}
          aria-controls="search-results"
          aria-autocomplete="list"
          aria-activedescendant={chosen ? resultElementId(chosen.id) : undefined}
          placeholder="Search customers and messages"
          data-autofocus
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          dir="auto"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={press}
        />
      </div>
      <SearchResults text={text.trim()} answer={answer} error={error} chosen={chosen?.id ?? null} onOpen={open} />
    </>
  )
}
