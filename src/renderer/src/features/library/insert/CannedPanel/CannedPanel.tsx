import { type RefObject, useLayoutEffect, useRef } from 'react'
import { t } from '../../../../i18n/t.ts'
import { caretLine } from '../../../../ui/caret-line.ts'
import { ChoiceList } from '../../../../ui/Choices/ChoiceList.tsx'
import { Keys } from '../../../../ui/Keys/Keys.tsx'
import { AskForm } from '../AskForm/AskForm.tsx'
import { ChoiceLine } from '../ChoiceLine/ChoiceLine.tsx'
import { ReplyPreview } from '../ReplyPreview/ReplyPreview.tsx'
import type { CannedControl } from '../use-canned.ts'
import classes from './CannedPanel.module.css'

export interface CannedPanelProps {
  readonly control: CannedControl
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** Pixels that stay free above the panel, and how high it is at most. */
const ABOVE = 56
const HIGHEST = 360

/** Canned replies above the line of the cursor, beside what the customer would read; the focus stays in the text. */
export function CannedPanel({ control, field }: CannedPanelProps) {
  const { slash, asking, choices, filling } = control
  const start = slash?.start ?? asking?.span?.[0] ?? null
  const shown = slash !== null || asking !== null
  const panel = useRef<HTMLDivElement>(null)

  // Where the slash stands does not change while one types behind it.
  useLayoutEffect(() => {
    const input = field.current
    if (!shown || !input || !panel.current) return
    const top = Math.min(caretLine(input, start ?? input.selectionEnd), input.clientHeight)
    const room = Math.max(160, Math.min(HIGHEST, input.getBoundingClientRect().top + top - ABOVE))
    panel.current.style.insetBlockEnd = `calc(100% - ${top}px + 2px)`
    panel.current.style.maxHeight = `${room}px`
  }, [field, shown, start])

  if (!shown) return null
  return (
    <div ref={panel} className={classes.root} data-asking={asking !== null}>
      {asking === null ? (
        <>
          <div className={classes.columns}>
            <div className={classes.list}>
              <ChoiceList choices={choices} label={t('Canned replies')}>
                {(choice) => <ChoiceLine choice={choice} />}
              </ChoiceList>
            </div>
            {choices.marked === undefined ? null : <ReplyPreview choice={choices.marked} filling={filling} />}
          </div>
          <div className={classes.foot} aria-hidden="true">
            <span>
              <Keys keys="Enter" /> {t('inserts')}
            </span>
            <span>
              <Keys keys="Escape" /> {t('leaves the text as it is')}
            </span>
          </div>
        </>
      ) : (
        <AskForm asking={asking} filling={filling} onAnswer={control.answer} onCancel={control.cancel} />
      )}
    </div>
  )
}
