import { Button } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { useCore } from '../../../core/core-context.ts'
import { type ActionId, actionOf, actionTitle } from '../../../keyboard/actions.ts'
import { isMac, keyText } from '../../../keyboard/key-labels.ts'
import { clashWords, objectionWords } from '../../../keyboard/key-words.ts'
import { findClashes } from '../../../keyboard/keymap.ts'
import { useKeymap } from '../../../keyboard/keymap-context.ts'
import { pressesOf, writesNothing } from '../../../keyboard/press.ts'
import { objectionTo, silentWhileTyping } from '../../../keyboard/reserved-keys.ts'
import classes from './KeySettings.module.css'

export interface KeyRecorderProps {
  readonly action: ActionId
  readonly onKeys: (keys: string) => void
  readonly onDone: () => void
}

/** So long another press makes a sequence of the first. Milliseconds. */
const PAUSE = 1_000
const LONGEST = 2

/** Takes the key that is pressed, or two in a row; says what speaks against it. */
export function KeyRecorder({ action, onKeys, onDone }: KeyRecorderProps) {
  const { native } = useCore()
  const keymap = useKeymap()
  const mac = isMac()
  const definition = actionOf(action)
  const field = useRef<HTMLInputElement>(null)
  const [presses, setPresses] = useState<readonly string[]>([])
  /** Recorded, but somebody else's: to be decided. */
  const [taken, setTaken] = useState<string | null>(null)
  const [objection, setObjection] = useState<string | null>(null)

  useEffect(() => field.current?.focus(), [])

  function finish(keys: string): void {
    setPresses([])
    if (keymap.keys[action].includes(keys)) setObjection(t('{key} does this already.', { key: keyText(keys, mac) }))
    else if (findClashes(keymap, action, keys).length > 0) setTaken(keys)
    else keep(keys)
  }

  function keep(keys: string): void {
    onKeys(keys)
    onDone()
  }

  useEffect(() => {
    if (presses.length === 0) return
    const timer = setTimeout(() => finish(presses.join(' ')), PAUSE)
    return () => clearTimeout(timer)
    // Only another press starts the pause again.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [presses])

  function press(event: KeyboardEvent): void {
    if (event.key === 'Tab' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return onDone()
    // The reading by place, where there is one: it works in every keyboard layout.
    const pressed = pressesOf(event.nativeEvent, mac).at(-1)
    if (pressed === undefined) return
    setTaken(null)
    const against = objectionTo(pressed, definition, { native: native !== null, mac })
    setObjection(against === null ? null : objectionWords(against, pressed, mac))
    if (against !== null) return setPresses([])
    const all = [...presses, pressed]
    if (all.length === LONGEST || writesNothing(pressed, mac)) finish(all.join(' '))
    else setPresses(all)
  }

  const clashes = taken === null ? [] : findClashes(keymap, action, taken)
  return (
    <div
      className={classes.recorder}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onDone()
      }}
    >
      <input
        ref={field}
        className={classes.field}
        readOnly
        aria-label={t('Press the key for {action}', { action: actionTitle(action) })}
        aria-describedby="recorded-key"
        placeholder={t('Press a key, or two in a row. Esc leaves.')}
        value={presses.length === 0 ? '' : `${keyText(presses.join(' '), mac)} …`}
        onKeyDown={press}
      />
      <div id="recorded-key" className={classes.verdict} role="status">
        {objection}
        {taken === null
          ? null
          : t('{key} is in use for {actions}.', { key: keyText(taken, mac), actions: clashWords(clashes) })}
        {taken !== null && silentWhileTyping(taken, definition, mac)
          ? ` ${t('It does nothing while you write.')}`
          : null}
      </div>
      {taken === null ? null : (
        <Button size="compact-sm" variant="default" onClick={() => keep(taken)}>
          {t('Use it here instead')}
        </Button>
      )}
    </div>
  )
}
