import { Button, SegmentedControl } from '@mantine/core'
import {
  IconArrowsDiff,
  IconCalendar,
  IconChevronLeft,
  IconChevronRight,
  IconFileExport,
  IconRefresh,
  IconTable
} from '@tabler/icons-react'
import type { ReportRange } from '../../../../../shared/domain/report/report-range.ts'
import { t } from '../../../i18n/t.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { inlineSign } from '../../../i18n/direction.ts'
import { ActionButton } from '../../../ui/ActionButton/ActionButton.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import type { ReportChoice } from '../report-choice.ts'
import { daysText, presetWords } from '../report-words.ts'
import classes from './ReportsView.module.css'

export interface ReportHeaderProps {
  readonly choice: ReportChoice
  readonly from: string
  readonly to: string
  readonly zone: string
  /** What it is compared with; null: nothing. */
  readonly before: ReportRange | null
}

/** Which days, and how they are shown. */
export function ReportHeader({ choice, from, to, zone, before }: ReportHeaderProps) {
  const run = useRunAction()
  const [Earlier, Later] =
    inlineSign() === 1 ? [IconChevronLeft, IconChevronRight] : [IconChevronRight, IconChevronLeft]
  const days = daysText({ from, to })
  return (
    <header className={classes.header}>
      <h2 className={classes.heading}>{t('Reports')}</h2>
      <ActionButton action="reports.earlier">
        <Earlier size={16} stroke={1.75} />
      </ActionButton>
      <ActionTip action="reports.range">
        <Button
          className={classes.days}
          size="compact-sm"
          variant="default"
          leftSection={<IconCalendar size={14} stroke={1.75} aria-hidden="true" />}
          onClick={() => run('reports.range')}
        >
          {choice.preset === null ? days : t('{preset}: {days}', { preset: t(presetWords[choice.preset]), days })}
        </Button>
      </ActionTip>
      <ActionButton action="reports.later">
        <Later size={16} stroke={1.75} />
      </ActionButton>
      <span className={classes.about}>
        {before === null || !choice.compare ? '' : t('compared with {days}', { days: daysText(before) })}
        <bdi className={classes.zone}>{zone.replaceAll('_', ' ')}</bdi>
      </span>
      <span className={classes.gap} />
      <ActionTip action="reports.hours">
        <SegmentedControl
          className={classes.times}
          size="xs"
          aria-label={t('Times')}
          value={choice.openHours ? 'open' : 'wall'}
          data={[
            { value: 'wall', label: t('Round the clock') },
            { value: 'open', label: t('Business hours') }
          ]}
          onChange={() => run('reports.hours')}
        />
      </ActionTip>
      <ActionButton action="reports.compare" className={classes.toggle} pressed={choice.compare}>
        <IconArrowsDiff size={16} stroke={1.75} />
      </ActionButton>
      <ActionButton action="reports.tables" className={classes.toggle} pressed={choice.tables}>
        <IconTable size={16} stroke={1.75} />
      </ActionButton>
      <ActionButton action="reports.again">
        <IconRefresh size={16} stroke={1.75} />
      </ActionButton>
      <ActionButton action="reports.export">
        <IconFileExport size={16} stroke={1.75} />
      </ActionButton>
    </header>
  )
}
