import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { t } from '../../i18n/t.ts'
import { moveBy } from '../MoveButtons/move-by.ts'
import { MoveButtons, moveByKey } from '../MoveButtons/MoveButtons.tsx'
import classes from './OrderedRules.module.css'

export interface OrderedRulesProps<R extends { readonly id: string }> {
  readonly label: string
  readonly rules: readonly R[]
  /** There can be so many. */
  readonly most: number
  readonly nameOf: (rule: R) => string
  /** What stands in the line of a rule. */
  readonly summary: (rule: R, at: number) => ReactNode
  /** What is under the line while it is open. */
  readonly editor: (rule: R, onChange: (rule: R) => void) => ReactNode
  readonly addLabel: string
  readonly newRule: () => R
  /** Where a new one comes in; at the end if it is not said. */
  readonly addAt?: number
  readonly onChange: (rules: R[]) => void
}

/** Rules in the order in which they are asked; Alt with ↑ and ↓ moves the one that has the focus. */
export function OrderedRules<R extends { readonly id: string }>(props: OrderedRulesProps<R>) {
  const { label, rules, most, nameOf, summary, editor, addLabel, newRule, addAt = rules.length, onChange } = props
  const [open, setOpen] = useState<string | null>(null)

  function add(): void {
    const rule = newRule()
    onChange(rules.toSpliced(addAt, 0, rule))
    setOpen(rule.id)
  }

  return (
    <>
      <ol className={classes.list} aria-label={label}>
        {rules.map((rule, at) => {
          const name = nameOf(rule)
          const move = (by: -1 | 1): void => onChange(moveBy(rules, at, by))
          return (
            <li key={rule.id} className={classes.rule} onKeyDown={(event) => moveByKey(event, move)}>
              <div className={classes.head}>
                <UnstyledButton
                  className={classes.summary}
                  aria-expanded={open === rule.id}
                  onClick={() => setOpen(open === rule.id ? null : rule.id)}
                >
                  {summary(rule, at)}
                </UnstyledButton>
                <MoveButtons name={name} at={at} count={rules.length} onMove={move} />
                <ActionIcon aria-label={t('Remove {name}', { name })} onClick={() => onChange(rules.toSpliced(at, 1))}>
                  <IconTrash size={16} stroke={1.75} />
                </ActionIcon>
              </div>
              {open === rule.id ? (
                <div className={classes.editor}>{editor(rule, (changed) => onChange(rules.with(at, changed)))}</div>
              ) : null}
            </li>
          )
        })}
      </ol>
      <Button
        variant="default"
        className={classes.add}
        disabled={rules.length >= most}
        leftSection={<IconPlus size={14} />}
        onClick={add}
      >
        {addLabel}
      </Button>
    </>
  )
}
