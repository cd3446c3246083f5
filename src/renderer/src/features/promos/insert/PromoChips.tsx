import { CloseButton } from '@mantine/core'
import { IconTicket } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { hasCode } from '../../../../../shared/domain/promo/code-words.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { typeText } from '../../../ui/type-text.ts'
import classes from './PromoChips.module.css'

export interface PromoChipsProps {
  readonly conversation: string
  /** Of the customer. */
  readonly name: string
  readonly draft: string
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** The codes in the draft, each bound to this customer; taking one out gives it back. */
export function PromoChips({ conversation, name, draft, field }: PromoChipsProps) {
  const run = useCommand()
  const held = useQuery('promos.held', { conversation }).rows.filter(
    (row) => row.conversation === conversation && row.state === 'reserved' && row.where === 'draft' && row.full
  )
  const here = held.filter(({ code }) => hasCode(draft, code))
  if (here.length === 0) return null

  function takeOut(hold: string, code: string): void {
    const input = field.current
    const at = input?.value.toLowerCase().indexOf(code.toLowerCase()) ?? -1
    if (input && at !== -1) typeText(input, [at, at + code.length], '')
    void run('promos.release', { hold })
  }

  return (
    <div className={classes.root} role="group" aria-label={t('Promo codes in this reply')}>
      <ul className={classes.list}>
        {here.map(({ id, code, campaign }) => (
          <li key={id} className={classes.chip} title={t('Kept for {name} only', { name: plainText(name) })}>
            <IconTicket size={13} stroke={1.75} aria-hidden="true" />
            <bdi className={classes.code}>{code}</bdi>
            <bdi className={classes.campaign}>
              {t('{campaign}, for {name}', { campaign: plainText(campaign), name: plainText(name) })}
            </bdi>
            <CloseButton
              size="xs"
              aria-label={t('Take the code {code} out', { code })}
              onClick={() => takeOut(id, code)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
