import { Button } from '@mantine/core'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { PromoChoiceRow } from '../../../../../shared/contract/promo-rows.ts'
import { t } from '../../../i18n/t.ts'
import { caretLine } from '../../../ui/caret-line.ts'
import { ChoiceList } from '../../../ui/Choices/ChoiceList.tsx'
import { Keys } from '../../../ui/Keys/Keys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { formatAhead } from '../../../ui/time.ts'
import { useClock } from '../../../ui/use-now.ts'
import { givesText, refusalText } from '../promo-words.ts'
import classes from './PromoPanel.module.css'
import type { PromoControl } from './use-promo.ts'

export interface PromoPanelProps {
  readonly control: PromoControl
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** Pixels that stay free above the panel, and how high it is at most. */
const ABOVE = 56
const HIGHEST = 340
const MINUTE = 60_000

/** Promo codes above the line of the cursor; the focus stays in the text. */
export function PromoPanel({ control, field }: PromoPanelProps) {
  const { called, choices, nothing } = control
  const panel = useRef<HTMLDivElement>(null)
  const start = called?.start ?? null
  useLayoutEffect(() => {
    const input = field.current
    if (start === null || !input || !panel.current) return
    const top = Math.min(caretLine(input, start), input.clientHeight)
    const room = Math.max(140, Math.min(HIGHEST, input.getBoundingClientRect().top + top - ABOVE))
    panel.current.style.insetBlockEnd = `calc(100% - ${top}px + 2px)`
    panel.current.style.maxHeight = `${room}px`
  }, [field, start])
  if (called === null) return null
  return (
    <div ref={panel} className={classes.root}>
      {nothing ? (
        <p className={classes.nothing} role="status">
          {t('There is no campaign to give a code of. A lead begins one under Promo codes.')}
        </p>
      ) : (
        <div className={classes.list}>
          <ChoiceList choices={choices} label={t('Promo codes')}>
            {(choice) => <PromoLine choice={choice} control={control} />}
          </ChoiceList>
        </div>
      )}
      <div className={classes.foot} aria-hidden="true">
        {nothing ? null : (
          <span>
            <Keys keys="Enter" /> {t('inserts a code for this customer')}
          </span>
        )}
        <span>
          <Keys keys="Escape" /> {t('leaves the text as it is')}
        </span>
      </div>
    </div>
  )
}

function PromoLine({ choice, control }: { readonly choice: PromoChoiceRow; readonly control: PromoControl }) {
  const now = useClock((at) => Math.floor(at / MINUTE)) * MINUTE
  const { name, gives, until, left, refusals, approvers, mayApprove, tagNames } = choice
  const refused = refusals.length > 0
  return (
    <span className={classes.line} data-refused={refused || undefined}>
      <span className={classes.head}>
        <bdi className={classes.name}>{plainText(name)}</bdi>
        <bdi className={classes.gives}>{givesText(gives)}</bdi>
        <span className={classes.gap} />
        <span className={classes.facts}>
          {left === null ? null : t('{count, number} left', { count: left })}
          {until === null ? null : <span>{t('until {when}', { when: formatAhead(until, now) })}</span>}
        </span>
      </span>
      {refused ? (
        <span className={classes.why}>
          <span>{refusals.map((refusal) => refusalText(refusal, now, tagNames)).join(' · ')}</span>
          {mayApprove ? (
            <Button size="compact-xs" variant="light" tabIndex={-1} onClick={stopped(() => control.approve(choice))}>
              {t('Approve')}
            </Button>
          ) : approvers.length > 0 ? (
            <Button size="compact-xs" variant="light" tabIndex={-1} onClick={stopped(() => control.ask(choice))}>
              {t('Ask {names}', { names: approvers.map(plainText).join(', ') })}
            </Button>
          ) : null}
        </span>
      ) : null}
    </span>
  )
}

/** The line below is not chosen with it. */
function stopped(work: () => void) {
  return (event: { stopPropagation: () => void }): void => {
    event.stopPropagation()
    work()
  }
}
