import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PromoCampaignRow } from '../../../../../shared/contract/promo-rows.ts'
import { useCommand } from '../../../core/use-command.ts'
import { t } from '../../../i18n/t.ts'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { formatAhead, formatExact } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { givesText, stateWords } from '../promo-words.ts'
import { CodeList } from './CodeList.tsx'
import { ExportCodes } from './ExportCodes.tsx'
import classes from './PromosView.module.css'

export interface CampaignPaneProps {
  readonly row: PromoCampaignRow
  readonly onEdit: () => void
  readonly onImport: () => void
}

const MINUTE = 60_000

/** One campaign: how it stands, and its codes. */
export function CampaignPane({ row, onEdit, onImport }: CampaignPaneProps) {
  const run = useCommand()
  const tell = useUndoNotice()
  const [exporting, setExporting] = useState(false)
  const { id, content, ended, mine } = row
  const pool = content.sharedCode === null

  async function end(): Promise<void> {
    const done = await run(ended ? 'promos.resume' : 'promos.end', { campaign: id })
    if (done === null) return
    const stopped = done.result?.stopped ?? 0
    tell(
      ended
        ? t('Codes of {name} are given again', { name: plainText(content.name) })
        : stopped > 0
          ? t(
              'Ended. {count, plural, one {# reply that waited} other {# replies that waited}} with a code now asks first',
              {
                count: stopped
              }
            )
          : t('Ended: no more codes of {name} are given', { name: plainText(content.name) })
    )
  }

  async function remove(): Promise<void> {
    if ((await run('promos.delete', { campaign: id })) !== null) {
      tell(t('Deleted the campaign {name}', { name: plainText(content.name) }))
    }
  }

  return (
    <div className={classes.pane} role="region" aria-label={plainText(content.name)}>
      <div className={classes.title}>
        <h3 className={classes.campaign}>
          <bdi>{plainText(content.name)}</bdi>
        </h3>
        <span className={classes.state}>{t(stateWords[row.state])}</span>
        <span className={classes.gap} />
        {pool ? (
          <ActionTip action="promo.import">
            <Button size="compact-sm" onClick={onImport}>
              {t('Import codes…')}
            </Button>
          </ActionTip>
        ) : null}
        <ActionTip action="promo.edit">
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {t('Edit…')}
          </Button>
        </ActionTip>
        {mine && row.size > 0 ? (
          <Button size="compact-sm" variant="default" onClick={() => setExporting(true)}>
            {t('Export…')}
          </Button>
        ) : null}
        <Button size="compact-sm" variant="default" onClick={() => void end()}>
          {ended ? t('Resume') : t('End')}
        </Button>
        {row.given + row.reserved === 0 ? (
          <Button size="compact-sm" variant="subtle" color="gray" onClick={() => void remove()}>
            {t('Delete')}
          </Button>
        ) : null}
      </div>
      <Facts row={row} />
      <CodeList campaign={id} mine={mine} empty={row.size === 0} onImport={pool ? onImport : null} />
      {exporting ? <ExportCodes row={row} onClose={() => setExporting(false)} /> : null}
    </div>
  )
}

function Facts({ row }: { readonly row: PromoCampaignRow }) {
  const now = useClock((at) => Math.floor(at / MINUTE)) * MINUTE
  const { content, until, stock, redeemedAsOf, left, reserved, given, redeemed, gone } = row
  const facts: readonly (readonly [string, string])[] = [
    [t('Gives'), givesText(content.gives)],
    [t('Left'), left === null ? t('one code for all') : formatCount(left)],
    [t('In replies'), formatCount(reserved)],
    [t('Given||code'), formatCount(given)],
    [
      t('Redeemed||code'),
      redeemedAsOf === null
        ? t('not told yet')
        : t('{count, number}, as of {when}', { count: redeemed, when: formatExact(redeemedAsOf) })
    ],
    ...(gone === 0 ? [] : [[t('Ended or revoked'), formatCount(gone)] as const]),
    [t('Until'), until === null ? t('without an end') : `${formatAhead(until, now)} (${content.zone})`],
    ...(left === null || stock.emptyAt === null || left === 0
      ? []
      : [[t('Lasts about until'), formatAhead(stock.emptyAt, now)] as const])
  ]
  return (
    <dl className={classes.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
      {content.terms === '' ? null : (
        <div className={classes.terms}>
          <dt>{t('Terms')}</dt>
          <dd dir="auto">{content.terms}</dd>
        </div>
      )}
    </dl>
  )
}
