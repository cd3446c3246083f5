import { useDeferredValue, useMemo, useState } from 'react'
import { hasCode } from '../../../../shared/domain/promo/code-words.ts'
import { type SendCheck, prepareSendCheck } from '../../../../shared/domain/send-check/check.ts'
import { customerLanguage } from '../../../../shared/domain/send-check/language.ts'
import {
  type CheckLevels,
  defaultLevels,
  type DetectLanguage,
  type SendCheckRule
} from '../../../../shared/domain/send-check/rule.ts'
import type { SendCheckRuleRow } from '../../../../shared/contract/send-check-rows.ts'
import { useCore } from '../../core/core-context.ts'
import { useQuery, useRow } from '../../core/use-query.ts'
import { usePromoFindings } from '../promos/insert/use-promo-findings.ts'
import { useLanguageDetector } from './use-language-detector.ts'
import {
  decide,
  type Held,
  heldBack,
  judge,
  type JudgedFinding,
  type SaidBefore,
  unignored,
  type Verdict
} from './verdict.ts'

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
  /** False in the moment in which the conversation opens, or a promo code was typed: what the check goes by is on its way. */
  readonly ready: boolean
  /** The same as `pass` in that moment: asks the core for what is needed. What it finds is listed by `hold`. */
  readonly look: (text: string) => Promise<Verdict>
  /** A text does not leave: lists why. @param keys of what is asked about */
  readonly hold: (text: string, keys: readonly string[]) => void
}

interface Asked extends SaidBefore {
  readonly opened: boolean
  readonly held: boolean
}

const nothing: Asked = { opened: false, held: false, asked: new Set(), about: null, ignored: new Set() }

/** The send check of a reply while it is written. To be used in a component keyed by conversation. */
export function useSendCheck(conversation: string, text: string): SendCheckControl {
  const { client } = useCore()
  const detectLanguage = useLanguageDetector()
  const { check, levels, language, ready } = usePreparedCheck(conversation, detectLanguage)
  const [state, setState] = useState(nothing)
  // The letter is painted first, what is to be said about it after that.
  const shown = useDeferredValue(text)
  const codes = usePromoFindings(conversation, shown)
  const judged = useMemo(
    () => judge([...check(shown), ...codes.findings], levels),
    [check, shown, levels, codes.findings]
  )
  const findings = useMemo(() => unignored(judged, state.ignored), [judged, state.ignored])
  // What was decided about one text says nothing about the next.
  if (text.trim() === '' && state !== nothing) setState(nothing)

  function hold(leaving: string, keys: readonly string[]): void {
    setState((now) => ({ ...now, opened: true, held: true, asked: new Set(keys), about: leaving }))
  }

  return {
    text: shown,
    language,
    findings,
    opened: state.opened && findings.length > 0,
    held: state.held ? heldBack(findings, new Set()) : null,
    open: (opened) => setState((now) => ({ ...now, opened, held: opened && now.held })),
    ignore: (found) => setState((now) => ({ ...now, ignored: new Set([...now.ignored, found.key]) })),
    pass(leaving) {
      const misplaced = codes.findings.filter(({ detail }) => hasCode(leaving, detail))
      const verdict = decide(judge([...check(leaving), ...misplaced], levels), leaving, state)
      if (!verdict.passes) {
        hold(leaving, verdict.keys)
        return null
      }
      setState(nothing)
      return verdict.overridden
    },
    ready: ready && codes.know(text),
    async look(leaving) {
      const [contexts, rules, words, misplaced] = await Promise.all([
        client.ask('sendCheck.context', { conversation }),
        client.ask('sendCheck.rules', {}),
        client.ask('sendCheck.words', {}),
        codes.ask(leaving)
      ])
      const [context] = contexts
      if (context === undefined || leaving.trim() === '') return { passes: true, overridden: [] }
      const given = levelsOf(rules)
      const found = prepareSendCheck({ context, levels: given, voice: words, detectLanguage })(leaving)
      return decide(judge([...found, ...misplaced], given), leaving, state)
    },
    hold
  }
}

interface Prepared {
  readonly check: SendCheck
  readonly levels: CheckLevels
  readonly language: string | null
  readonly ready: boolean
}

function levelsOf(rules: readonly SendCheckRuleRow[]): CheckLevels {
  return { ...defaultLevels, ...Object.fromEntries(rules.map(({ id, level }) => [id, level])) }
}

function usePreparedCheck(conversation: string, detectLanguage: DetectLanguage | null): Prepared {
  const context = useRow('sendCheck.context', { conversation })
  const rules = useQuery('sendCheck.rules', {})
  const words = useQuery('sendCheck.words', {})
  const levels = useMemo(() => levelsOf(rules.rows), [rules.rows])
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
  const ready = context !== null && rules.status !== 'loading' && words.status !== 'loading'
  return { check, levels, language, ready }
}
