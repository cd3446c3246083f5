import type { ImportReport } from '../../../../shared/contract/commands.ts'
import { plural } from '../../ui/plural.ts'

/** What an archive holds, or what came of it. The first line is about messages, the rest about everything else. */
export function importWords(report: ImportReport, dryRun: boolean): string[] {
  const lines = [
    `${plural(report.messages_new, 'new message')} in ${plural(report.conversations, 'conversation')}${dryRun ? ' can be imported.' : ' imported.'}`
  ]
  if (report.messages_seen > 0)
    lines.push(
      `${plural(report.messages_seen, 'message')} ${report.messages_seen === 1 ? 'is' : 'are'} here already and stay as they are.`
    )
  if (report.media > 0) lines.push(`${plural(report.media, 'picture or clip', 'pictures and clips')}.`)
  if (report.member_events_new > 0) lines.push(`${plural(report.member_events_new, 'member change')}.`)
  return lines
}

/** What was left out, for the line above the list. */
export function skippedWords(report: ImportReport): string | null {
  return report.skipped.length === 0
    ? null
    : `${plural(report.skipped.length, 'entry', 'entries')} could not be read and ${report.skipped.length === 1 ? 'is' : 'are'} left out`
}
