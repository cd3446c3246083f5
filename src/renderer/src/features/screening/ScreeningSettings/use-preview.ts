import { useEffect, useState } from 'react'
import type { CommandInput, CommandResults } from '../../../../../shared/contract/commands.ts'
import type { ScreeningRules } from '../../../../../shared/domain/screening.ts'
import { useCore } from '../../../core/core-context.ts'
import { t } from '../../../i18n/t.ts'

/** So long nothing changes before it is counted. Milliseconds. */
const SETTLE = 250

/** What rules would do to what is here, in words; empty while there is nothing to say. */
export function usePreview(rules: ScreeningRules | null): string {
  const { client } = useCore()
  const [counted, setCounted] = useState<{ rules: string; words: string } | null>(null)
  const asked = rules === null ? null : JSON.stringify(rules)
  useEffect(() => {
    if (asked === null) return
    let current = true
    const timer = setTimeout(() => {
      client.run('screening.preview', JSON.parse(asked) as CommandInput<'screening.preview'>).then(
        (result) => current && setCounted({ rules: asked, words: previewWords(result) }),
        // The rules themselves say what is wrong with them.
        () => current && setCounted(null)
      )
    }, SETTLE)
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [client, asked])
  return asked !== null && counted?.rules === asked ? counted.words : ''
}

export function previewWords(result: CommandResults['screening.preview']): string {
  const { inbox, requests, spam } = result
  if (inbox + requests + spam === 0) return t('Nothing that is here would move.')
  return [
    requests > 0
      ? t('{count, plural, one {# conversation} other {# conversations}} would move to Requests.', { count: requests })
      : null,
    spam > 0
      ? t('{count, plural, one {# conversation} other {# conversations}} would move to Spam.', { count: spam })
      : null,
    inbox > 0
      ? t('{count, plural, one {# conversation} other {# conversations}} would move to the inbox.', { count: inbox })
      : null
  ]
    .filter((part) => part !== null)
    .join(' ')
}
