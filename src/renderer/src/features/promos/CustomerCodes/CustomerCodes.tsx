import { UnstyledButton } from '@mantine/core'
import type { PromoHeldRow } from '../../../../../shared/contract/promo-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { formatAhead } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { givesText } from '../promo-words.ts'
import classes from './CustomerCodes.module.css'

const MINUTE = 60_000

/** The promo codes of a customer; each leads to the message that brought it. */
export function CustomerCodes({ conversation }: { readonly conversation: string }) {
  const { go } = useNavigation()
  const { rows } = useQuery('promos.held', { conversation })
  const now = useClock((at) => Math.floor(at / MINUTE)) * MINUTE
  if (rows.length === 0) return null
  return (
    <ul className={classes.list}>
      {rows.map((row) => (
        <li key={row.id}>
          <UnstyledButton
            className={classes.row}
            onClick={() =>
              go({
                to: 'thread',
                conversation: row.conversation,
                enter: true,
                ...(row.eventId === null ? {} : { message: row.eventId })
              })
            }
          >
            <span className={classes.line}>
              <bdi className={classes.code}>{row.code}</bdi>
              <RelativeTime at={row.at} className={classes.dim ?? ''} />
            </span>
            <span className={classes.line}>
              <bdi className={classes.about}>
                {plainText(row.campaign)} · {givesText(row.gives)}
              </bdi>
              <span className={classes.dim}>{stateText(row, now)}</span>
            </span>
          </UnstyledButton>
        </li>
      ))}
    </ul>
  )
}

function stateText({ where, doubtful, redeemed, revoked, until }: PromoHeldRow, now: number): string {
  if (redeemed) return t('Redeemed||code')
  if (revoked) return t('Revoked||code')
  if (where === 'draft') return doubtful ? t('Perhaps with the customer') : t('In the draft')
  if (where === 'outbox') return t('On its way')
  if (until === null) return t('Given||code')
  return until <= now ? t('Expired||code') : t('until {when}', { when: formatAhead(until, now) })
}
