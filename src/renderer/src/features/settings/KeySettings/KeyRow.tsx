import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconPlus, IconX } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { t } from '../../../i18n/t.ts'
import { type ActionId, actionTitle } from '../../../keyboard/actions.ts'
import { isMac, keyText } from '../../../keyboard/key-labels.ts'
import { useKeymap } from '../../../keyboard/keymap-context.ts'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { KeyRecorder } from './KeyRecorder.tsx'
import classes from './KeySettings.module.css'

export interface KeyRowProps {
  readonly action: ActionId
  readonly recording: boolean
  readonly onRecord: (on: boolean) => void
  /** Null: the default keys again. */
  readonly onChange: (keys: readonly string[] | null) => void
}

/** One action with its keys: add one, take one away, have the usual ones again. */
export function KeyRow({ action, recording, onRecord, onChange }: KeyRowProps) {
  const keymap = useKeymap()
  const title = actionTitle(action)
  const keys = keymap.keys[action]
  const add = useRef<HTMLButtonElement>(null)
  const wasRecording = useRef(false)
  // Where one came from, after a key was recorded, or after a key or the reset button went away under the focus.
  useLayoutEffect(() => {
    if (wasRecording.current && !recording) add.current?.focus()
    wasRecording.current = recording
  }, [recording])
  function change(next: readonly string[] | null): void {
    onChange(next)
    add.current?.focus()
  }
  return (
    <li className={classes.row} data-action={action}>
      <span className={classes.name}>{title}</span>
      <span className={classes.keys}>
        {keys.map((one) => (
          <span key={one} className={classes.key}>
            <Keys keys={one} />
            <ActionIcon
              size={24}
              aria-label={t('Remove {key} from {action}', { key: keyText(one, isMac()), action: title })}
              onClick={() => change(keys.filter((other) => other !== one))}
            >
              <IconX size={12} stroke={2} />
            </ActionIcon>
          </span>
        ))}
        {keys.length === 0 ? <span className={classes.noKey}>{t('No key')}</span> : null}
        <Tooltip label={t('Add a key')}>
          <ActionIcon
            ref={add}
            size={24}
            aria-label={t('Add a key for {action}', { action: title })}
            aria-expanded={recording}
            onClick={() => onRecord(!recording)}
          >
            <IconPlus size={14} stroke={2} />
          </ActionIcon>
        </Tooltip>
        {keymap.chosen[action] === undefined ? (
          <span className={classes.noReset} />
        ) : (
          <Tooltip label={t('The usual keys again')}>
            <ActionIcon
              size={24}
              aria-label={t('Reset the keys of {action}', { action: title })}
              onClick={() => change(null)}
            >
              <IconArrowBackUp size={14} stroke={2} />
            </ActionIcon>
          </Tooltip>
        )}
      </span>
      {recording ? (
        <KeyRecorder action={action} onKeys={(one) => onChange([...keys, one])} onDone={() => onRecord(false)} />
      ) : null}
    </li>
  )
}
