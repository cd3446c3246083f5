import { Modal } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { CopyAll } from '../../../ui/CopyField/CopyAll.tsx'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { asText, budgetWords, holds, type PerformanceLine, timeWords } from '../performance-lines.ts'
import { usePerformance } from '../use-performance.ts'
import classes from './PerformanceDialog.module.css'

export interface PerformanceDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** How fast the console is on this desk, with its own data, beside what it is meant to be. */
export function PerformanceDialog({ opened, onClose }: PerformanceDialogProps) {
  return (
    <Modal opened={opened} onClose={onClose} size={760} title={t('Performance')}>
      <PerformanceTable />
    </Modal>
  )
}

const columns = ['p50', 'p95', 'p99'] as const

function PerformanceTable() {
  const lines = usePerformance()
  return (
    <>
      <ScrollTable
        label={t('Times')}
        head={[
          { title: t('Milliseconds') },
          { title: t('Times||how often'), number: true },
          ...columns.map((title) => ({ title, number: true })),
          { title: t('Budget') }
        ]}
      >
        {lines.map((line) => (
          <tr key={line.what}>
            <th scope="row">{line.what}</th>
            <td data-number>{line.figures.count}</td>
            {columns.map((name) => (
              <td key={name} data-number>
                {timeWords(line.figures, name)}
              </td>
            ))}
            <td>
              <Verdict line={line} />
            </td>
          </tr>
        ))}
      </ScrollTable>
      <p className={classes.hint}>
        {t(
          'The last thousand times of each, since Backchannel was opened. Half of them were faster than p50, 95 of 100 faster than p95. They are measured here and go nowhere.'
        )}
      </p>
      <CopyAll values={[asText(lines)]} label={t('Copy the table')} />
    </>
  )
}

function Verdict({ line }: { readonly line: PerformanceLine }) {
  const kept = holds(line)
  const Icon = kept === true ? IconCheck : IconAlertTriangle
  return (
    <span className={classes.verdict} data-kept={kept ?? undefined}>
      {kept === null ? null : <Icon size={14} stroke={2} aria-hidden="true" />}
      {budgetWords(line.budget)}
      {kept === null ? null : <span className="visually-hidden">{kept ? t(', kept') : t(', missed')}</span>}
    </span>
  )
}
