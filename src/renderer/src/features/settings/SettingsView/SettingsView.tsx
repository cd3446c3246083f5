import { Button, SegmentedControl } from '@mantine/core'
import { IconFileZip, IconPlugConnected } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { useSetting } from '../../../core/use-setting.ts'
import { isMac, keyText } from '../../../keyboard/key-labels.ts'
import { useKeys } from '../../../keyboard/keymap-context.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { msg } from '../../../../../shared/i18n/message.ts'
import { t } from '../../../i18n/t.ts'
import { SettingLine } from '../../../ui/SettingLine/SettingLine.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { AccountList } from '../../accounts/AccountList/AccountList.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { AttributeSettings } from '../../attributes/AttributeSettings/AttributeSettings.tsx'
import { CeilingSetting } from '../../costs/CostsDialog/CeilingSetting.tsx'
import { CostTable } from '../../costs/CostsDialog/CostTable.tsx'
import { NotificationSetting } from '../../attention/NotificationSetting/NotificationSetting.tsx'
import { MediaSettings } from '../../media/MediaSettings/MediaSettings.tsx'
import { ScreeningSettings } from '../../screening/ScreeningSettings/ScreeningSettings.tsx'
import { RequiredSetting } from '../../inbox/RequiredSetting/RequiredSetting.tsx'
import { SurveySettings } from '../../surveys/SurveySettings/SurveySettings.tsx'
import { TagSettings } from '../../tags/TagSettings/TagSettings.tsx'
import { TeamSettings } from '../../team/TeamSettings/TeamSettings.tsx'
import { KeySettings } from '../KeySettings/KeySettings.tsx'
import { SendCheckSettings } from '../../send-check/SendCheckSettings/SendCheckSettings.tsx'
import { useDensity } from '../use-density.ts'
import { LanguageSetting } from '../LanguageSetting/LanguageSetting.tsx'
import { densitySetting, schemeSetting, undoSecondsSetting } from '../settings.ts'
import { type SettingsSection, settingsSections } from '../settings-sections.ts'
import classes from './SettingsView.module.css'

const schemes = [
  { value: 'system', label: msg('System') },
  { value: 'light', label: msg('Light') },
  { value: 'dark', label: msg('Dark') }
]
const densities = [
  { value: 'comfortable', label: msg('Comfortable') },
  { value: 'compact', label: msg('Compact') }
]
const windows = ['0', '3', '5', '10']

/** Everything that can be set. Each change holds at once. */
export function SettingsView() {
  const { state, go } = useNavigation()
  const [scheme, setScheme] = useSetting(schemeSetting.name, schemeSetting.shape, schemeSetting.fallback)
  const [density, setDensity] = useDensity()
  const [seconds, setSeconds] = useSetting<number>(
    undoSecondsSetting.name,
    undoSecondsSetting.shape,
    undoSecondsSetting.fallback
  )
  const [undoKey] = useKeys('window.undo')
  const place = useRef<HTMLElement>(null)
  useLandingFocus(place, () => place.current?.focus(), 'settings')
  useEffect(() => {
    if (state.section === null) return
    const heading = document.getElementById(headingId(state.section))
    heading?.scrollIntoView({ block: 'start' })
    heading?.focus({ preventScroll: true })
  }, [state.section, state.visit])
  const choices = windows.includes(String(seconds))
    ? windows
    : [...windows, String(seconds)].toSorted((a, b) => Number(a) - Number(b))
  return (
    <section ref={place} className={classes.root} aria-label={t('Settings')} tabIndex={0}>
      <div className={classes.column}>
        <h2 className={classes.heading}>{t('Settings')}</h2>
        <Part section="accounts">
          <AccountList />
          <div className={classes.buttons}>
            <Button
              leftSection={<IconPlugConnected size={16} />}
              onClick={() => go({ to: 'overlay', overlay: 'connect' })}
            >
              {t('Connect an X account')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconFileZip size={16} />}
              onClick={() => go({ to: 'overlay', overlay: 'import' })}
            >
              {t('Import an X archive')}
            </Button>
          </div>
        </Part>
        <Part section="screening">
          <ScreeningSettings />
        </Part>
        <Part section="attributes">
          <AttributeSettings />
        </Part>
        <Part section="replies">
          <SettingLine
            label={t('Time to take a reply back')}
            hint={
              undoKey === undefined
                ? t('A reply waits this long before it leaves.')
                : t('A reply waits this long before it leaves. {key} takes it back.', {
                    key: keyText(undoKey, isMac())
                  })
            }
          >
            <SegmentedControl
              aria-label={t('Time to take a reply back')}
              size="xs"
              data={choices.map((value) => ({
                value,
                label: value === '0' ? t('None') : t('{seconds, number} s', { seconds: Number(value) })
              }))}
              value={String(seconds)}
              onChange={(value) => setSeconds(Number(value))}
            />
          </SettingLine>
        </Part>
        <Part section="sendCheck">
          <SendCheckSettings />
        </Part>
        <Part section="answerTimes">
          <SettingLine
            label={t('What is promised to customers')}
            hint={t('Targets for first and later answers, business hours, holidays. Each conversation counts down.')}
          >
            <ActionTip action="go.answer-times">
              <Button variant="default" onClick={() => go({ to: 'overlay', overlay: 'answer-times' })}>
                {t('Answer times')}
              </Button>
            </ActionTip>
          </SettingLine>
        </Part>
        <Part section="team">
          <TeamSettings />
        </Part>
        <Part section="tags">
          <TagSettings />
        </Part>
        <Part section="resolving">
          <RequiredSetting />
        </Part>
        <Part section="surveys">
          <SurveySettings />
        </Part>
        <Part section="costs">
          <CostTable />
          <CeilingSetting />
          <div className={classes.buttons}>
            <ActionTip action="go.costs">
              <Button variant="default" onClick={() => go({ to: 'overlay', overlay: 'costs' })}>
                {t('Limits and costs')}
              </Button>
            </ActionTip>
            <ActionTip action="go.older">
              <Button variant="default" onClick={() => go({ to: 'overlay', overlay: 'backfill' })}>
                {t('Older messages')}
              </Button>
            </ActionTip>
          </div>
        </Part>
        <Part section="notifications">
          <NotificationSetting />
        </Part>
        <Part section="media">
          <MediaSettings />
        </Part>
        <Part section="appearance">
          <SettingLine label={t('Colours')}>
            <SegmentedControl
              aria-label={t('Colours')}
              size="xs"
              data={schemes.map(({ value, label }) => ({ value, label: t(label) }))}
              value={scheme}
              onChange={(value) => setScheme(schemeSetting.shape.parse(value))}
            />
          </SettingLine>
          <SettingLine label={t('List of conversations')}>
            <SegmentedControl
              aria-label={t('List of conversations')}
              size="xs"
              data={densities.map(({ value, label }) => ({ value, label: t(label) }))}
              value={density}
              onChange={(value) => setDensity(densitySetting.shape.parse(value))}
            />
          </SettingLine>
          <LanguageSetting />
        </Part>
        <Part section="keyboard">
          <KeySettings />
        </Part>
      </div>
    </section>
  )
}

function headingId(section: SettingsSection): string {
  return `settings-${section}`
}

function Part({ section, children }: { readonly section: SettingsSection; readonly children: ReactNode }) {
  return (
    <section className={classes.part}>
      <h3 id={headingId(section)} className={classes.title} tabIndex={-1}>
        {t(settingsSections[section])}
      </h3>
      {children}
    </section>
  )
}
