import type { KeyboardEvent } from 'react'
import type { PromoCampaignRow } from '../../../../../shared/contract/promo-rows.ts'
import { t } from '../../../i18n/t.ts'
import { stepTo } from '../../../ui/Choices/step-to.ts'
import { formatCount } from '../../../ui/count.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { givesText, stateWords } from '../promo-words.ts'
import classes from './PromosView.module.css'

export interface CampaignTableProps {
  readonly rows: readonly PromoCampaignRow[]
  readonly selected: string | null
  readonly onOpen: (campaign: string) => void
  readonly onEdit: () => void
}

/** All campaigns, with what is left of each. */
export function CampaignTable({ rows, selected, onOpen, onEdit }: CampaignTableProps) {
  const at = rows.findIndex(({ id }) => id === selected)
  function onKeyDown(event: KeyboardEvent): void {
    const next = stepTo(event.key, at, rows.length)
    const row = next === null ? undefined : rows[next]
    if (row !== undefined) onOpen(row.id)
    else if (event.key === 'Enter') onEdit()
    else return
    event.preventDefault()
  }
  return (
    <div
      className={classes.list}
      role="listbox"
      aria-label={t('Campaigns')}
      tabIndex={0}
      aria-activedescendant={selected === null ? undefined : `campaign-${selected}`}
      onKeyDown={onKeyDown}
    >
      {rows.map((row) => (
        <div
          key={row.id}
          id={`campaign-${row.id}`}
          role="option"
          aria-selected={row.id === selected}
          aria-label={[plainText(row.content.name), leftText(row), t(stateWords[row.state])].join(', ')}
          className={classes.row}
          onClick={() => onOpen(row.id)}
          onDoubleClick={onEdit}
        >
          <span className={classes.line}>
            <bdi className={classes.name}>{plainText(row.content.name)}</bdi>
            <span className={classes.left} data-level={row.state === 'running' ? row.stock.level : undefined}>
              {leftText(row)}
            </span>
          </span>
          <span className={classes.about}>
            <bdi className={classes.ellipsis}>{givesText(row.content.gives)}</bdi>
            <span>{t(stateWords[row.state])}</span>
            <span className={classes.gap} />
            <span>{t('{count} given', { count: formatCount(row.given) })}</span>
          </span>
        </div>
      ))}
    </div>
  )
}

function leftText({ left }: PromoCampaignRow): string {
  return left === null ? t('one code for all') : t('{count, number} left', { count: left })
}
