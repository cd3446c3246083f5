import { t } from '../../i18n/t.ts'
import type { ImportReport } from '../../../../shared/contract/commands.ts'

/** What an archive holds, or what came of it. The first line is about messages, the rest about everything else. */
export function importWords(report: ImportReport, dryRun: boolean): string[] {
  const lines = [
    dryRun
      ? t(
          '{messages, plural, one {# new message} other {# new messages}} in {conversations, plural, one {# conversation} other {# conversations}} can be imported.',
          { messages: report.messages_new, conversations: report.conversations }
        )
      : t(
          '{messages, plural, one {# new message} other {# new messages}} in {conversations, plural, one {# conversation} other {# conversations}} imported.',
          { messages: report.messages_new, conversations: report.conversations }
        )
  ]
  if (report.messages_seen > 0)
    lines.push(
      t(
        '{count, plural, one {# message is here already and stays as it is.} other {# messages are here already and stay as they are.}}',
        { count: report.messages_seen }
      )
    )
  if (report.media > 0)
    lines.push(t('{count, plural, one {# picture or clip.} other {# pictures and clips.}}', { count: report.media }))
  if (report.member_events_new > 0)
    lines.push(
      t('{count, plural, one {# member change.} other {# member changes.}}', { count: report.member_events_new })
    )
  return lines
}

/** What was left out, for the line above the list. */
export function skippedWords(report: ImportReport): string | null {
  return report.skipped.length === 0
    ? null
    : t(
        '{count, plural, one {# entry could not be read and is left out} other {# entries could not be read and are left out}}',
        { count: report.skipped.length }
      )
}
