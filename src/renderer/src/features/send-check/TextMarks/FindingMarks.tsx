import type { RefObject } from 'react'
import fieldClasses from '../../composer/DraftField/DraftField.module.css'
import type { SendCheckControl } from '../use-send-check.ts'
import { TextMarks } from './TextMarks.tsx'

export interface FindingMarksProps {
  readonly check: SendCheckControl
  readonly field: RefObject<HTMLTextAreaElement | null>
}

/** Underlines what the findings are about. */
export function FindingMarks({ check, field }: FindingMarksProps) {
  const marks = check.findings.flatMap(({ spans, blocks }) => spans.map((span) => ({ span, blocks })))
  if (marks.length === 0) return null
  return (
    <TextMarks lang={check.language} text={check.text} marks={marks} field={field} className={fieldClasses.letters} />
  )
}
