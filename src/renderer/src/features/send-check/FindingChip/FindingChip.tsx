import { Tooltip, UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconBan } from '@tabler/icons-react'
import { t } from '../../../i18n/t.ts'
import { useAriaKeys } from '../../../keyboard/keymap-context.ts'
import { KeyTip } from '../../../ui/ActionButton/KeyTip.tsx'
import { findingWords } from '../finding-words.ts'
import type { JudgedFinding } from '../verdict.ts'
import classes from './FindingChip.module.css'

export interface FindingChipProps {
  readonly findings: readonly JudgedFinding[]
  readonly opened: boolean
  readonly onToggle: () => void
}

/** The first finding in a few words, in room that is there anyway: nothing moves when it comes or goes. */
export function FindingChip({ findings, opened, onToggle }: FindingChipProps) {
  const ariaKeys = useAriaKeys('check.next')
  const worst = findings.find((found) => found.blocks) ?? findings[0]
  if (!worst) return null
  const Icon = worst.blocks ? IconBan : IconAlertTriangle
  const { title } = findingWords(worst)
  return (
    <Tooltip label={<KeyTip label={t('Next finding of the send check')} action="check.next" />} position="top">
      <UnstyledButton
        className={classes.root}
        data-blocks={worst.blocks}
        aria-expanded={opened}
        aria-keyshortcuts={ariaKeys}
        aria-label={t('Send check: {count, plural, one {# finding} other {# findings}}. {title}', {
          count: findings.length,
          title
        })}
        onClick={onToggle}
      >
        <Icon size={14} stroke={2} aria-hidden="true" />
        <bdi className={classes.title}>{title}</bdi>
        {findings.length > 1 ? <span className={classes.more}>+{findings.length - 1}</span> : null}
      </UnstyledButton>
    </Tooltip>
  )
}
