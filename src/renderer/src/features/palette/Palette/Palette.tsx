import { IconCommand } from '@tabler/icons-react'
import { useLayoutEffect, useState } from 'react'
import { useSetting } from '../../../core/use-setting.ts'
import { t } from '../../../i18n/t.ts'
import { ChoiceDialog } from '../../../ui/Choices/ChoiceDialog.tsx'
import { ChoiceFoot, ChoiceList } from '../../../ui/Choices/ChoiceList.tsx'
import { DialogField } from '../../../ui/Choices/DialogField.tsx'
import { useChoices } from '../../../ui/Choices/use-choices.ts'
import { useFocusBack } from '../../../ui/use-focus-back.ts'
import { paletteGroups, readQuestion } from '../palette-groups.ts'
import { afterUse, PaletteUse, USE_SETTING } from '../palette-use.ts'
import { usePaletteHits } from '../use-palette-hits.ts'
import classes from './Palette.module.css'
import { PaletteLine } from './PaletteLine.tsx'

/** Everything that can be done from here and everywhere one can go, by a few letters of its name. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  useFocusBack()
  return (
    <ChoiceDialog label={t('Command palette')} size={620} onClose={onClose}>
      <PaletteBody onClose={onClose} />
    </ChoiceDialog>
  )
}

function PaletteBody({ onClose }: { readonly onClose: () => void }) {
  const [typed, setTyped] = useState('')
  const [opened] = useState(() => Date.now())
  const [found, ask] = usePaletteHits()
  const [use, setUse] = useSetting<PaletteUse>(USE_SETTING, PaletteUse, {})
  const groups = paletteGroups(readQuestion(typed), found, use, opened)
  const lines = groups.flatMap(({ title, hits }) => hits.map((hit) => ({ ...hit, id: hit.item.id, group: title })))
  const choices = useChoices(lines, {
    onPick({ item }) {
      setUse(afterUse(use, item.id, Date.now()))
      onClose()
      // The focus is back where it was by then, and the action finds what it is about.
      requestAnimationFrame(() => item.run())
    }
  })

  useLayoutEffect(() => {
    ask(readQuestion(''))
    // Once, when it opens.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])

  return (
    <>
      <DialogField
        {...choices.field}
        icon={<IconCommand size={18} stroke={1.75} aria-hidden="true" />}
        label={t('Actions, customers, settings')}
        placeholder={t('What do you want to do, or whom to answer?')}
        maxLength={200}
        value={typed}
        onText={(text) => {
          setTyped(text)
          choices.mark(null)
          ask(readQuestion(text))
        }}
      />
      <ChoiceList
        choices={choices}
        label={t('What fits')}
        nothing={t('Nothing here is called “{text}”.', { text: typed.trim() })}
      >
        {(hit) => <PaletteLine hit={hit} />}
      </ChoiceList>
      <ChoiceFoot>
        <span className="visually-hidden" role="status">
          {t('{count, plural, one {# result} other {# results}}', { count: lines.length })}
        </span>
        <span className={classes.sign} aria-hidden="true">
          <b>&gt;</b> {t('actions only')}
        </span>
        <span className={classes.sign} aria-hidden="true">
          <b>@</b> {t('customers only')}
        </span>
      </ChoiceFoot>
    </>
  )
}
