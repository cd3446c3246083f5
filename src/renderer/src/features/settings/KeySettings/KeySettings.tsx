import { Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { t } from '../../../i18n/t.ts'
import { type ActionId, actionGroups, actionOf, groupTitle } from '../../../keyboard/actions.ts'
import { isMac } from '../../../keyboard/key-labels.ts'
import { findActions, problemWords } from '../../../keyboard/key-words.ts'
import { useKeymap } from '../../../keyboard/keymap-context.ts'
import { useChangeKeys } from '../use-change-keys.ts'
import { KeyRow } from './KeyRow.tsx'
import classes from './KeySettings.module.css'

/** The keys of every action, to be chosen. */
export function KeySettings() {
  const keymap = useKeymap()
  const { change, resetAll } = useChangeKeys()
  const [text, setText] = useState('')
  const [recording, setRecording] = useState<ActionId | null>(null)
  const found = findActions(text, keymap, isMac())
  const changed = Object.keys(keymap.chosen).length > 0
  return (
    <>
      <div className={classes.head}>
        <TextInput
          className={classes.search}
          aria-label={t('Find an action or a key')}
          placeholder={t('Find an action or a key')}
          leftSection={<IconSearch size={16} stroke={1.75} />}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button variant="default" disabled={!changed} onClick={resetAll}>
          {t('Reset all keys')}
        </Button>
      </div>
      {keymap.problems.length === 0 ? null : (
        <div role="status">
          <ul className={classes.problems}>
            {keymap.problems.slice(0, 5).map((problem, at) => (
              <li key={at}>
                <IconAlertTriangle size={14} aria-hidden="true" /> {problemWords(problem, isMac())}
              </li>
            ))}
          </ul>
        </div>
      )}
      {found.length === 0 ? (
        <p className={classes.none}>{t('No action is called “{text}”.', { text: text.trim() })}</p>
      ) : null}
      {actionGroups.map((group) => {
        const ids = found.filter((id) => actionOf(id).group === group)
        return ids.length === 0 ? null : (
          <section key={group} className={classes.group} aria-label={t('Keys: {group}', { group: groupTitle(group) })}>
            <h4 className={classes.title}>{groupTitle(group)}</h4>
            <ul className={classes.list}>
              {ids.map((id) => (
                <KeyRow
                  key={id}
                  action={id}
                  recording={recording === id}
                  onRecord={(on) => setRecording(on ? id : null)}
                  onChange={(keys) => change(id, keys)}
                />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}
