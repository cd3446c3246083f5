import { notifications } from '@mantine/notifications'
import { t } from '../../i18n/t.ts'
import { useCommand } from '../../core/use-command.ts'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { formatAhead } from '../../ui/time.ts'

const HOUR = 3_600_000

/** Nine in the morning of the next day, by this computer's clock. */
function tomorrowMorning(now: number): number {
  const day = new Date(now)
  day.setDate(day.getDate() + 1)
  day.setHours(9, 0, 0, 0)
  return day.getTime()
}

interface Pause {
  readonly hour: () => void
  readonly tomorrow: () => void
  readonly end: () => void
}

/** Silences notifications for a while. @param told hears what was done, where nothing else on the screen shows it */
export function usePause(told?: (until: number | null) => void): Pause {
  const run = useCommand()
  const pause = async (until: number | null): Promise<void> => {
    if (await run('attention.pause', { until })) told?.(until)
  }
  return {
    hour: () => void pause(Date.now() + HOUR),
    tomorrow: () => void pause(tomorrowMorning(Date.now())),
    end: () => void pause(null)
  }
}

export function usePauseKeys(): void {
  const { hour, tomorrow, end } = usePause((until) =>
    notifications.show({
      message:
        until === null
          ? t('Notifications come again.')
          : t('No notifications until {time}.', { time: formatAhead(until, Date.now()) })
    })
  )
  useAction('notifications.pauseHour', hour)
  useAction('notifications.pauseTomorrow', tomorrow)
  useAction('notifications.resume', end)
}
