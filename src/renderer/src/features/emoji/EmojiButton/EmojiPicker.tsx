import { TextInput, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { inlineSign } from '../../../i18n/direction.ts'
import { t } from '../../../i18n/t.ts'
import { type Emoji, emojiGroups, findEmoji } from '../emoji.ts'
import { useEmoji } from '../use-emoji.ts'
import { useRecentEmoji } from '../use-recent-emoji.ts'
import classes from './EmojiPicker.module.css'

/** In a row. */
const COLUMNS = 9
const MOST_FOUND = 90

/** Finds an emoji by its name, or among its like; the arrow keys walk through what is shown, Enter takes it. */
export function EmojiPicker({ onPick }: { readonly onPick: (emoji: string) => void }) {
  const id = useId()
  const list = useEmoji(true)
  const [recent, remember] = useRecentEmoji()
  const [query, setQuery] = useState('')
  const [group, setGroup] = useState<number>(emojiGroups[0].id)
  const [marked, setMarked] = useState(0)
  const grid = useRef<HTMLDivElement>(null)

  const latest = recent.flatMap((one) => list.filter(({ emoji }) => emoji === one))
  const shown: readonly Emoji[] =
    query.trim() === ''
      ? [...(group === emojiGroups[0].id ? latest : []), ...list.filter((emoji) => emoji.group === group)]
      : findEmoji(list, query, MOST_FOUND)
  const current = Math.min(marked, shown.length - 1)
  const chosen = shown[current]

  useEffect(() => {
    grid.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  }, [current])

  function pick(emoji: Emoji | undefined): void {
    if (!emoji) return
    remember(emoji.emoji)
    onPick(emoji.emoji)
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: inlineSign(),
      ArrowLeft: -inlineSign(),
      ArrowDown: COLUMNS,
      ArrowUp: -COLUMNS
    }
    const step = steps[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setMarked(Math.max(0, Math.min(shown.length - 1, current + step)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      pick(chosen)
    }
  }

  function show(wanted: number): void {
    setGroup(wanted)
    setQuery('')
    setMarked(0)
  }

  return (
    <div className={classes.root}>
      <TextInput
        data-autofocus
        size="xs"
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-grid`}
        aria-activedescendant={chosen === undefined ? undefined : `${id}-${current}`}
        aria-label={t('Find an emoji')}
        placeholder={t('Find an emoji')}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value)
          setMarked(0)
        }}
        onKeyDown={onKeyDown}
      />
      <div className={classes.groups} role="group" aria-label={t('Kinds of emoji')}>
        {emojiGroups.map((one) => (
          <UnstyledButton
            key={one.id}
            className={classes.group}
            aria-label={t(groupWords[one.id])}
            aria-pressed={query.trim() === '' && group === one.id}
            onClick={() => show(one.id)}
          >
            {one.emoji}
          </UnstyledButton>
        ))}
      </div>
      <div ref={grid} id={`${id}-grid`} role="listbox" aria-label={t('Emoji')} tabIndex={-1} className={classes.grid}>
        {shown.map(({ emoji, label }, index) => (
          <div
            key={`${emoji}${index}`}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            aria-label={label}
            className={classes.emoji}
            onMouseMove={() => setMarked(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(shown[index])}
          >
            {emoji}
          </div>
        ))}
      </div>
      <div className={classes.name} aria-live="polite">
        {chosen === undefined ? nothingWords(list, query) : nameOf(chosen)}
      </div>
    </div>
  )
}

const groupWords: Readonly<Record<(typeof emojiGroups)[number]['id'], Message>> = {
  0: msg('Faces'),
  1: msg('People'),
  3: msg('Animals and nature'),
  4: msg('Food and drink'),
  5: msg('Travel'),
  6: msg('Activities'),
  7: msg('Things'),
  8: msg('Symbols'),
  9: msg('Flags')
}

function nothingWords(list: readonly Emoji[], query: string): string {
  return list.length === 0 ? '' : t('Nothing is called “{text}”.', { text: query })
}

function nameOf({ label, shortcodes: [code] }: Emoji): string {
  return code === undefined ? label : `${label}  :${code}:`
}
