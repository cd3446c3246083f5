import { useDeferredValue, useMemo, useState } from 'react'
import { type SendCheck, prepareSendCheck } from '../../../../shared/domain/send-check/check.ts'
import { customerLanguage } from '../../../../shared/domain/send-check/language.ts'
import { type CheckLevels, defaultLevels, type SendCheckRule } from '../../../../shared/domain/send-check/rule.ts'
import { useQuery, useRow } from '../../core/use-query.ts'
import { useLanguageDetector } from './use-language-detector.ts'
import { type Held, heldBack, judge, type JudgedFinding, overriddenRules, unignored } from './verdict.ts'

export interface SendCheckControl {
  /** The text that the findings are about: the one on the screen, or the one a moment before it. */
  readonly text: string
  /** What is to be said about the text, without what the agent ignores. */
  readonly findings: readonly JudgedFinding[]
  /** The language the customer writes; null while that is not certain. */
  readonly language: string | null
  /** Whether the findings are listed. */
  readonly opened: boolean
  /** Why the send key did not send; null when it was not pressed, or the text has changed so that it would. */
  readonly held: Held | null
  readonly open: (opened: boolean) => void
  readonly ignore: (found: JudgedFinding) => void
  /**
   * Asked when the reply is to leave.
   * @returns the rules that are overridden with it; null when it does not leave, and the findings are listed
   */
  readonly pass: (text: string) => readonly SendCheckRule[] | null
}

interface Asked {
  readonly opened: boolean
  readonly held: boolean
  /** Keys of what was asked about. */
  readonly asked: ReadonlySet<string>
  /** The text that was asked about last. */
  readonly about: string | null
  readonly ignored: ReadonlySet<string>
}

const nothing: Asked = { opened: false, held: false, asked: new Set(), about: null, ignored: new Set() }

/** The send check of a reply while it is written. To be used in a component keyed by conversation. */
export function useSendCheck(conversation: string, text: string): SendCheckControl {
  const { check, levels, language } = usePreparedCheck(conversation)
  const [state, setState] = useState(nothing)
  // The letter is painted first, what is to be said about it after that.
  const shown = useDeferredValue(text)
  const judged = useMemo(() => judge(check(shown), levels), [check, shown, levels])
  const findings = useMemo(() => unignored(judged, state.ignored), [judged, state.ignored])
  // What was decided about one text says nothing about the next.
  if (text.trim() === '' && state !== nothing) setState(nothing)

  return {
    text: shown,
    language,
    findings,
    opened: state.opened && findings.length > 0,
    held: state.held ? heldBack(findings, new Set()) : null,
    open: (opened) => setState((now) => ({ ...now, opened, held: opened && now.held })),
    ignore: (found) => setState((now) => ({ ...now, ignored: new Set([...now.ignored, found.key]) })),
    pass(leaving) {
      const all = judge(check(leaving), levels)
      const open = unignored(all, state.ignored)
      const keys = open.map((found) => found.key)
      // A text is asked about once: what a part that came late had to say about it stood in the list meanwhile.
      const asked = new Set([...state.asked, ...(leaving === state.about ? keys : [])])
      if (heldBack(open, asked) === null) {
        setState(nothing)
        return overriddenRules(all)
      }
      setState((now) => ({ ...now, opened: true, held: true, asked: new Set([...asked, ...keys]), about: leaving }))
      return null
    }
  }
}

interface Prepared {
  readonly check: SendCheck
  readonly levels: CheckLevels
  readonly language: string | null
}

function usePreparedCheck(conversation: string): Prepared {
  const context = useRow('sendCheck.context', { conversation })
  const rules = useQuery('sendCheck.rules', {})
  const words = useQuery('sendCheck.words', {})
  const detectLanguage = useLanguageDetector()
  const levels = useMemo(
    () => ({ ...defaultLevels, ...Object.fromEntries(rules.rows.map(({ id, level }) => [id, level])) }),
    [rules.rows]
  )
  const check = useMemo<SendCheck>(() => {
    if (context === null || rules.status === 'loading') return () => []
    let prepared: SendCheck | null = null
    // Most conversations are only read: what is not written in need not be prepared.
    return (text) => {
      if (text.trim() === '') return []
      prepared ??= prepareSendCheck({ context, levels, voice: words.rows, detectLanguage })
      return prepared(text)
    }
  }, [context, rules.status, levels, words.rows, detectLanguage])
  const language = useMemo(
    () => (context === null || detectLanguage === null ? null : customerLanguage(context, detectLanguage)),
    [context, detectLanguage]
  )
  return { check, levels, language }
}
