import { Button } from '@mantine/core'
import { IconPlus, IconTicket } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useAction, useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { ActionTip } from '../../../ui/ActionButton/ActionTip.tsx'
import { EmptyState } from '../../../ui/EmptyState/EmptyState.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { CampaignDialog } from '../CampaignDialog/CampaignDialog.tsx'
import { type ImportWish, PromoImport } from '../PromoImport/PromoImport.tsx'
import { CampaignPane } from './CampaignPane.tsx'
import { CampaignTable } from './CampaignTable.tsx'
import { PromoNotices } from './PromoNotices.tsx'
import classes from './PromosView.module.css'
import { WatchTable } from './WatchTable.tsx'

type Editing = { readonly campaign: string | null }

/** The campaigns of the team: what is left of each, its codes, and what became of them. */
export function PromosView() {
  const { rows, status } = useQuery('promos.list', {})
  const [selected, setSelected] = useState<string | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const [importing, setImporting] = useState<ImportWish | null>(null)
  const [watching, setWatching] = useState(false)
  const place = useRef<HTMLElement>(null)
  const run = useRunAction()
  const open = rows.find(({ id }) => id === selected) ?? rows[0] ?? null
  useLandingFocus(
    place,
    () => (place.current?.querySelector<HTMLElement>('[role=listbox]') ?? place.current)?.focus(),
    'promos'
  )
  useAction('promo.new', () => setEditing({ campaign: null }))
  useAction('promo.edit', () => open && setEditing({ campaign: open.id }), open !== null)
  useAction('promo.import', () => open && setImporting({ campaign: open.id }), open !== null)
  useAction('promo.redemptions', () => setImporting({ campaign: null }), rows.length > 0)
  useAction('promo.watch', () => setWatching((before) => !before), rows.length > 0)
  if (status === 'loading') return <section ref={place} className={classes.root} tabIndex={-1} />
  return (
    <section ref={place} className={classes.root} aria-label={t('Promo codes')} tabIndex={-1}>
      <header className={classes.header}>
        <h2 className={classes.heading}>{t('Promo codes')}</h2>
        <span className={classes.gap} />
        {rows.length === 0 ? null : (
          <>
            <ActionTip action="promo.watch">
              <Button variant="default" size="compact-sm" aria-pressed={watching} onClick={() => run('promo.watch')}>
                {watching ? t('Campaigns') : t('What came of them')}
              </Button>
            </ActionTip>
            <ActionTip action="promo.redemptions">
              <Button variant="default" size="compact-sm" onClick={() => run('promo.redemptions')}>
                {t('Redemptions…')}
              </Button>
            </ActionTip>
          </>
        )}
        <ActionTip action="promo.new">
          <Button size="compact-sm" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => run('promo.new')}>
            {t('New campaign')}
          </Button>
        </ActionTip>
      </header>
      <PromoNotices onOpen={setSelected} />
      {rows.length === 0 ? (
        <EmptyState
          icon={<IconTicket size={40} stroke={1.25} />}
          title={t('No campaign yet')}
          actions={<Button onClick={() => run('promo.new')}>{t('New campaign')}</Button>}
        >
          {t(
            'A campaign says what a code gives and who may get one. Then agents give codes with % in a reply, and none is given twice.'
          )}
        </EmptyState>
      ) : watching ? (
        <WatchTable />
      ) : (
        <div className={classes.panes}>
          <CampaignTable
            rows={rows}
            selected={open?.id ?? null}
            onOpen={setSelected}
            onEdit={() => run('promo.edit')}
          />
          {open === null ? null : (
            <CampaignPane
              key={open.id}
              row={open}
              onEdit={() => run('promo.edit')}
              onImport={() => run('promo.import')}
            />
          )}
        </div>
      )}
      {editing === null ? null : (
        <CampaignDialog
          row={rows.find(({ id }) => id === editing.campaign) ?? null}
          onSaved={setSelected}
          onClose={() => setEditing(null)}
        />
      )}
      {importing === null ? null : <PromoImport wish={importing} onClose={() => setImporting(null)} />}
    </section>
  )
}
