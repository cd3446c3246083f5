import { ActionIcon, Tooltip } from '@mantine/core'
import { IconStars } from '@tabler/icons-react'
import { useState } from 'react'
import type { ThreadHeadRow } from '../../../../../shared/contract/rows.ts'
import { actionTitle } from '../../../keyboard/actions.ts'
import { useAction } from '../../../keyboard/KeyboardProvider.tsx'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import classes from './SurveyButton.module.css'
import { SurveyDialog } from './SurveyDialog.tsx'

/** Asks the customer how it was. Not in groups. */
export function SurveyButton({ head }: { readonly head: ThreadHeadRow }) {
  const [open, setOpen] = useState(false)
  const keys = useAriaKeys('survey.send')
  const title = actionTitle('survey.send')
  useAction('survey.send', () => setOpen(true), !head.group)
  if (head.group) return null
  return (
    <>
      <Tooltip label={<KeyTip label={title} action="survey.send" />} position="top">
        <ActionIcon className={classes.root} aria-label={title} aria-keyshortcuts={keys} onClick={() => setOpen(true)}>
          <IconStars size={17} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {open ? <SurveyDialog conversation={head.id} name={head.name} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
