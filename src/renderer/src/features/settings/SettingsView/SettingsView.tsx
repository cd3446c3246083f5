import { Button, SegmentedControl } from '@mantine/core'
import { IconFileZip, IconPlugConnected } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { useSetting } from '../../../core/use-setting.ts'
import { KeyTable } from '../../../keyboard/HelpOverlay/KeyTable.tsx'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { AccountList } from '../../accounts/AccountList/AccountList.tsx'
import { schemeSetting, undoSecondsSetting } from '../settings.ts'
import classes from './SettingsView.module.css'

const schemes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' }
]
const windows = ['0', '3', '5', '10']

/** Everything that can be set. Each change holds at once. */
export function SettingsView() {
  const { go } = useNavigation()
  const [scheme, setScheme] = useSetting(schemeSetting.name, schemeSetting.shape, schemeSetting.fallback)
  const [seconds, setSeconds] = useSetting<number>(
    undoSecondsSetting.name,
    undoSecondsSetting.shape,
    undoSecondsSetting.fallback
  )
  const place = useRef<HTMLElement>(null)
  useLandingFocus(place, () => place.current?.focus(), 'settings')
  const choices = windows.includes(String(seconds))
    ? windows
    : [...windows, String(seconds)].toSorted((a, b) => Number(a) - Number(b))
  return (
    <section ref={place} className={classes.root} aria-label="Settings" tabIndex={0}>
      <div className={classes.column}>
        <h2 className={classes.heading}>Settings</h2>
        <Part title="X accounts">
          <AccountList />
          <div className={classes.buttons}>
            <Button
              leftSection={<IconPlugConnected size={16} />}
              onClick={() => go({ to: 'overlay', overlay: 'connect' })}
            >
              Connect an X account
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileZip size={16} />}
              onClick={() => go({ to: 'overlay', overlay: 'import' })}
            >
              Import an X archive
            </Button>
          </div>
        </Part>
        <Part title="Replies">
          <Line label="Time to take a reply back" hint="A reply waits this long before it leaves. Z takes it back.">
            <SegmentedControl
              aria-label="Time to take a reply back"
              size="xs"
              data={choices.map((value) => ({ value, label: value === '0' ? 'None' : `${value} s` }))}
              value={String(seconds)}
              onChange={(value) => setSeconds(Number(value))}
            />
          </Line>
        </Part>
        <Part title="Appearance">
          <Line label="Colours">
            <SegmentedControl
              aria-label="Colours"
              size="xs"
              data={schemes}
              value={scheme}
              onChange={(value) => setScheme(schemeSetting.shape.parse(value))}
            />
          </Line>
        </Part>
        <Part title="Keyboard">
          <KeyTable />
        </Part>
      </div>
    </section>
  )
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3 className={classes.title}>{title}</h3>
      {children}
    </section>
  )
}

function Line({
  label,
  hint,
  children
}: {
  readonly label: string
  readonly hint?: string
  readonly children: ReactNode
}) {
  return (
    <div className={classes.line}>
      <div>
        <div className={classes.label}>{label}</div>
        {hint === undefined ? null : <div className={classes.hint}>{hint}</div>}
      </div>
      {children}
    </div>
  )
}
