import { type RefObject, useRef } from 'react'
import { useAction } from '../../keyboard/KeyboardProvider.tsx'
import { selectText } from '../../ui/select-text.ts'
import { typeText } from '../../ui/type-text.ts'
import type { SendCheckControl } from './use-send-check.ts'
import type { JudgedFinding } from './verdict.ts'

export interface FindingSteps {
  /** Selects the words it is about. */
  readonly show: (found: JudgedFinding) => void
  readonly fix: (found: JudgedFinding) => void
  readonly ignore: (found: JudgedFinding) => void
}

/** Walks through the findings and does something about them, by key and by button. */
export function useFindingSteps(check: SendCheckControl, field: RefObject<HTMLTextAreaElement | null>): FindingSteps {
  /** Key of the finding that was shown last: what the keys are about. */
  const current = useRef<string | null>(null)

  function show(found: JudgedFinding): void {
    current.current = found.key
    const [span] = found.spans
    if (field.current && span && field.current.value === check.text) selectText(field.current, span)
    else field.current?.focus()
  }

  function fix(found: JudgedFinding): void {
    const input = field.current
    // What has changed since would be changed in the wrong place.
    if (!input || found.fix === null || input.value !== check.text) return
    typeText(input, found.fix.span, found.fix.text)
  }

  function ignore(found: JudgedFinding): void {
    check.ignore(found)
    field.current?.focus()
  }

  function next(): void {
    const { findings } = check
    const before = findings.findIndex((found) => found.key === current.current)
    const found = findings[(before + 1) % findings.length]
    if (!found) return
    check.open(true)
    show(found)
  }

  /** The finding that was shown last, else the first that something can be done about. */
  function chosen(can: (found: JudgedFinding) => boolean): JudgedFinding | undefined {
    const able = check.findings.filter(can)
    return able.find((found) => found.key === current.current) ?? able[0]
  }

  useAction('check.next', next)
  useAction('check.fix', () => {
    const found = chosen(({ fix: quick }) => quick !== null)
    if (found) fix(found)
  })
  useAction('check.ignore', () => {
    const found = chosen(({ blocks }) => !blocks)
    if (found) ignore(found)
  })
  return { show, fix, ignore }
}
