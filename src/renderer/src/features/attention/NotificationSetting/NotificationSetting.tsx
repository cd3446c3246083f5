import { Button, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { z } from 'zod'
import { msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { DEFAULT_NOTICE_LEVEL, NOTICE_SETTING, noticeLevels } from '../../../../../shared/domain/attention.ts'
import { useCore } from '../../../core/core-context.ts'
import { useSetting } from '../../../core/use-setting.ts'
import { askPermission, browserPermission, type Permission } from '../browser-notice.ts'
import { NoticeHabits } from './NoticeHabits.tsx'
import { SettingLine } from '../../../ui/SettingLine/SettingLine.tsx'
import classes from './NotificationSetting.module.css'

const shape = z.enum(noticeLevels)
const levels = [
  { value: 'off', label: msg('Off') },
  { value: 'count', label: msg('How many') },
  { value: 'names', label: msg('Names only') },
  { value: 'text', label: msg('With text') }
]

/** What notifications show. In a browser, also the way to its permission: asked for when somebody wants it, never before. */
export function NotificationSetting() {
  const { native } = useCore()
  const [level, setLevel] = useSetting(NOTICE_SETTING, shape, DEFAULT_NOTICE_LEVEL)
  const [permission, setPermission] = useState<Permission>(browserPermission)
  const inBrowser = native === null

  async function ask(): Promise<void> {
    setPermission(await askPermission())
  }

  return (
    <>
      <SettingLine
        label={t('New messages')}
        hint={t(
          'Only while you look elsewhere, many messages as one. After the computer slept: who waits, in one notification.'
        )}
      >
        <SegmentedControl
          aria-label={t('Notifications of new messages')}
          size="xs"
          data={levels.map(({ value, label }) => ({ value, label: t(label) }))}
          value={level}
          onChange={(value) => {
            const chosen = shape.parse(value)
            setLevel(chosen)
            if (inBrowser && chosen !== 'off') void ask()
          }}
        />
      </SettingLine>
      {inBrowser && level !== 'off' ? <BrowserPermission permission={permission} onAsk={() => void ask()} /> : null}
      {level === 'off' ? null : <NoticeHabits />}
    </>
  )
}

function BrowserPermission({ permission, onAsk }: { readonly permission: Permission; readonly onAsk: () => void }) {
  switch (permission) {
    case 'granted':
      return null
    case 'default':
      return (
        <div className={classes.line}>
          <span className={classes.hint}>{t('Your browser has to allow them first.')}</span>
          <Button variant="default" onClick={onAsk}>
            {t('Allow notifications')}
          </Button>
        </div>
      )
    default:
      return (
        <p className={classes.hint} role="status">
          {permission === 'denied'
            ? t('Your browser blocks notifications of this page. Allow them in its settings for 127.0.0.1.')
            : t('This browser has no notifications.')}
        </p>
      )
  }
}
