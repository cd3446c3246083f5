import { IconCheck, IconMinus } from '@tabler/icons-react'
import { type ReactNode, type RefObject, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { ChoiceFoot, ChoiceList } from '../Choices/ChoiceList.tsx'
import { DialogField } from '../Choices/DialogField.tsx'
import { type Choice, useChoices } from '../Choices/use-choices.ts'
import { matchOptions } from './match-options.ts'
import classes from './Picker.module.css'

/** Options of a group stand together under its name. */
export interface PickerOption extends Choice {
  readonly label: string
  /** Another word that finds it. */
  readonly also?: string
  /** Said at the end of the line, quietly. */
  readonly hint?: string
  /** For a hover over the hint. */
  readonly exact?: string
  readonly icon?: ReactNode
}

export interface PickerBodyProps {
  /** What is chosen: `Assign to`. */
  readonly label: string
  readonly placeholder: string
  /** All there is, to be found by typing. */
  readonly options: readonly PickerOption[]
  /** What the text itself can become, e.g. a new tag; after those that were found. */
  readonly offer?: (typed: string) => readonly PickerOption[]
  /** Something else in the dialog takes the focus first. */
  readonly quiet?: boolean
  readonly field?: RefObject<HTMLInputElement | null>
  /** What the text becomes stands before what it finds. */
  readonly typedFirst?: boolean
  /** Whether several can be chosen: the picker stays open. */
  readonly multiple?: boolean
  /** Why what was chosen will not do; cleared by typing. */
  readonly problem?: string | null
  /** Said when nothing fits. */
  readonly nothing: (typed: string) => string
  /** A line below, e.g. which keys do what. */
  readonly foot?: ReactNode
  /** Several: returning false keeps the text, because it has to be mended. */
  readonly onPick: (id: string, typed: string) => unknown
  readonly onType?: () => void
}

/** A field and what it finds: type, arrows, Enter. */
export function PickerBody(props: PickerBodyProps) {
  const { label, placeholder, options, offer, typedFirst, quiet, field, multiple, problem } = props
  const { nothing, foot, onPick, onType } = props
  const [typed, setTyped] = useState('')
  const all = typed.trim() === ''
  const offered = offer?.(typed) ?? []
  // Groups keep together only while all are shown: else the best one comes first.
  const found = matchOptions(options, typed)
  const listed = all ? grouped(found) : found.map((option) => ({ ...option, group: null }))
  const shown = typedFirst === true ? [...offered, ...listed] : [...listed, ...offered]
  const choices = useChoices<PickerOption>(shown, {
    initial: all && multiple !== true ? shown.find((option) => option.checked === true) : undefined,
    onPick(option) {
      const done = onPick(option.id, typed.trim())
      if (multiple !== true || done === false) return
      setTyped('')
      choices.mark(all ? option.id : null)
    }
  })

  return (
    <>
      <DialogField
        {...choices.field}
        label={label}
        placeholder={placeholder}
        quiet={quiet}
        ref={field}
        problem={problem}
        value={typed}
        onText={(text) => {
          setTyped(text)
          choices.mark(null)
          onType?.()
        }}
      />
      <ChoiceList choices={choices} label={label} multiple={multiple} nothing={nothing(typed.trim())}>
        {(option) => <OptionLine option={option} />}
      </ChoiceList>
      {foot === undefined ? null : <ChoiceFoot>{foot}</ChoiceFoot>}
    </>
  )
}

function OptionLine({ option }: { readonly option: PickerOption }) {
  const { icon, label, hint, exact, checked } = option
  return (
    <>
      {icon}
      <span className={classes.label}>
        <bdi>{label}</bdi>
      </span>
      {hint === undefined ? null : (
        <span className={classes.hint} title={exact}>
          {hint}
        </span>
      )}
      <span className={classes.check}>
        {checked === true ? <IconCheck size={16} stroke={2} aria-hidden="true" /> : null}
        {checked === 'some' ? <IconMinus size={16} stroke={2} aria-label={t('some')} /> : null}
      </span>
    </>
  )
}

/** Those without a group first, then group by group, each in the given order. */
function grouped(options: readonly PickerOption[]): readonly PickerOption[] {
  const groups = Map.groupBy(options, (option) => option.group ?? null)
  return [...(groups.get(null) ?? []), ...[...groups].flatMap(([group, members]) => (group === null ? [] : members))]
}
