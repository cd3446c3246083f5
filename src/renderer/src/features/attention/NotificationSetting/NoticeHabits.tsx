import { Button, SegmentedControl, Select, Switch } from '@mantine/core'
import { badgeCounts, type NoticePlan, noticeSounds } from '../../../../../shared/domain/notice-plan.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useCore } from '../../../core/core-context.ts'
import { useRow } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { SettingLine } from '../../../ui/SettingLine/SettingLine.tsx'
import { formatAhead } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { badgeNames, soundNames } from '../notice-words.ts'
import { playSound } from '../play-sound.ts'
import { usePause } from '../use-pause.ts'

/** How notifications come: sound, number on the icon, blinking, a pause; and the way to the rules. Each holds at once. */
export function NoticeHabits() {
  const { native } = useCore()
  const { go } = useNavigation()
  const run = useCommand()
  const plan = useRow('attention.plan', {})?.plan ?? null
  if (plan === null) return null
  const set = (changed: Partial<NoticePlan>): void => void run('attention.save', { plan: { ...plan, ...changed } })
  const rules = t('{count, plural, =0 {No rules} one {# rule} other {# rules}}', { count: plan.rules.length })
  const hours = plan.hours.on ? t('quiet outside your hours') : t('no quiet hours')
  return (
    <>
      <SettingLine label={t('Sound')}>
        <SegmentedControl
          aria-label={t('Sound of notifications')}
          size="xs"
          data={noticeSounds.map((value) => ({ value, label: t(soundNames[value]) }))}
          value={plan.sound}
          onChange={(value) => {
            const sound = noticeSounds.find((each) => each === value) ?? 'system'
            playSound(sound)
            set({ sound })
          }}
        />
      </SettingLine>
      <SettingLine label={t('Number on the icon and in the title')}>
        <Select
          aria-label={t('Number on the icon and in the title')}
          size="xs"
          w={180}
          allowDeselect={false}
          data={badgeCounts.map((value) => ({ value, label: t(badgeNames[value]) }))}
          value={plan.badge}
          onChange={(value) => set({ badge: badgeCounts.find((each) => each === value) ?? 'unread' })}
        />
      </SettingLine>
      {native === null ? null : (
        <Switch
          label={t('Let the window’s button blink')}
          checked={plan.flash}
          onChange={(event) => set({ flash: event.currentTarget.checked })}
        />
      )}
      <Pause />
      <SettingLine label={t('Rules and quiet hours')} hint={`${rules}, ${hours}`}>
        <ActionTip action="go.notifications">
          <Button variant="default" onClick={() => go({ to: 'overlay', overlay: 'notifications' })}>
            {t('Notification rules')}
          </Button>
        </ActionTip>
      </SettingLine>
    </>
  )
}

function Pause() {
  const until = useRow('attention.plan', {})?.pausedUntil ?? null
  const { hour, tomorrow, end } = usePause()
  const paused = useClock((now) => until !== null && until > now)
  const words = useClock((now) => (until === null ? '' : formatAhead(until, now)))
  return (
    <SettingLine
      label={t('Pause')}
      hint={
        paused
          ? t('Nothing is told until {time}. Then one notification says who waits.', { time: words })
          : t('For a meeting, or the evening.')
      }
      live
    >
      {paused ? (
        <ActionTip action="notifications.resume">
          <Button variant="default" onClick={end}>
            {t('Tell me again')}
          </Button>
        </ActionTip>
      ) : (
        <>
          <ActionTip action="notifications.pauseHour">
            <Button variant="default" onClick={hour}>
              {t('For 1 h')}
            </Button>
          </ActionTip>
          <ActionTip action="notifications.pauseTomorrow">
            <Button variant="default" onClick={tomorrow}>
              {t('Until tomorrow')}
            </Button>
          </ActionTip>
        </>
      )}
    </SettingLine>
  )
}
