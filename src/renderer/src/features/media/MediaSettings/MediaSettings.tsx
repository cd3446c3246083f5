import { Button, SegmentedControl } from '@mantine/core'
import { z } from 'zod'
import { t } from '../../../i18n/t.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery, useRow } from '../../../core/use-query.ts'
import { useSetting } from '../../../core/use-setting.ts'
import { SettingLine } from '../../../ui/SettingLine/SettingLine.tsx'
import { formatBytes } from '../../composer/file-words.ts'

const CEILING = { name: 'media.ceilingMegabytes', shape: z.number().min(100).max(200_000), fallback: 2_048 } as const
const choices = [512, 2_048, 10_240, 51_200]
const MEGABYTE = 1024 * 1024

/** How much of the disk pictures and clips may take, and for which accounts attachments are shared by link. */
export function MediaSettings() {
  const run = useCommand()
  const usage = useRow('media.usage', {})
  const [ceiling, setCeiling] = useSetting<number>(CEILING.name, CEILING.shape, CEILING.fallback)
  const offered = choices.includes(ceiling) ? choices : [...choices, ceiling].toSorted((a, b) => a - b)
  const used = usage === null ? '' : t('{size} used.', { size: formatBytes(usage.bytes) })
  const beyond = t(
    'Beyond it, what was not looked at for longest goes first. Attachments that have still to leave and files of archives always stay.'
  )
  return (
    <>
      <SettingLine label={t('Room on this disk')} hint={`${used} ${beyond}`.trim()}>
        <SegmentedControl
          aria-label={t('Room for pictures and clips')}
          size="xs"
          data={offered.map((value) => ({ value: String(value), label: formatBytes(value * MEGABYTE) }))}
          value={String(ceiling)}
          onChange={(value) => setCeiling(Number(value))}
        />
      </SettingLine>
      <SettingLine
        label={t('Clear')}
        hint={
          usage === null || usage.evictable === 0
            ? t('There is nothing to clear.')
            : t('Frees {size}. What is looked at again is fetched from X again.', {
                size: formatBytes(usage.evictable)
              })
        }
      >
        <Button
          size="xs"
          variant="default"
          disabled={usage === null || usage.evictable === 0}
          onClick={() => void run('media.clear', {})}
        >
          {t('Clear')}
        </Button>
      </SettingLine>
      <Consents />
    </>
  )
}

/** Accounts whose agent said yes to shared attachments; asked once, taken back here. */
function Consents() {
  const run = useCommand()
  const consents = useQuery('attachments.consent', {})
  const accounts = useQuery('accounts.list', {})
  return consents.rows.map(({ id }) => {
    const name = accounts.rows.find((account) => account.id === id)?.username ?? id
    return (
      <SettingLine
        key={id}
        label={t('Attachments of @{name}', { name })}
        hint={t('Shared: anybody who gets hold of a link can open the attachment.')}
      >
        <Button
          size="xs"
          variant="default"
          onClick={() => void run('attachments.share', { account: id, allowed: false })}
        >
          {t('Ask again')}
        </Button>
      </SettingLine>
    )
  })
}
