import { Button } from '@mantine/core'
import type { CannedReplyDetailRow, ReplyOutcomeRow } from '../../../../../shared/contract/library-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useRunAction } from '../../../keyboard/KeyboardProvider.tsx'
import { formatCount } from '../../../ui/count.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { ActionKeys } from '../../../ui/Keys/ActionKeys.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { ScrollTable } from '../../../ui/ScrollTable/ScrollTable.tsx'
import { formatWait } from '../../../ui/time.ts'
import { partText } from './figures.ts'
import classes from './Outcome.module.css'

export interface OutcomeDialogProps {
  readonly row: CannedReplyDetailRow
  readonly onClose: () => void
}

/** What became of a reply once it was sent, version by version. */
export function OutcomeDialog({ row, onClose }: OutcomeDialogProps) {
  const { rows, status } = useQuery('library.outcome', { reply: row.id })
  return (
    <Dialog
      title={t('What became of {title}', { title: plainText(row.newest.content.title) })}
      size={980}
      onClose={onClose}
    >
      {status === 'loading' ? null : rows.length === 0 ? (
        <p className={classes.nothing} role="status">
          {t('Not sent yet. Once it is, this tells what was changed before sending, who answered, and who came back.')}
        </p>
      ) : (
        <OutcomeTable rows={rows} approved={row.approved?.id ?? null} />
      )}
      <FixesLine reply={row.id} onClose={onClose} />
      <SuggestionLine />
    </Dialog>
  )
}

interface OutcomeTableProps {
  readonly rows: readonly ReplyOutcomeRow[]
  /** Id of the version in use. */
  readonly approved: string | null
}

function OutcomeTable({ rows, approved }: OutcomeTableProps) {
  const [all] = rows
  return (
    <>
      <ScrollTable
        label={t('What became of it')}
        head={[
          { title: t('Version') },
          { title: t('Sent'), number: true },
          { title: t('Changed before sending'), number: true },
          { title: t('Customer answered'), number: true },
          { title: t('Customer had waited'), number: true },
          { title: t('Resolved and came back'), number: true },
          { title: t('Customer content'), number: true }
        ]}
      >
        {rows.map((row) => (
          <OutcomeLine key={row.id} row={row} used={row.id === approved} />
        ))}
      </ScrollTable>
      <p className={classes.hint}>
        {t(
          'Answered: within three days; who still may answer is not counted yet. Came back: within a week of being resolved. Content: 4 or 5 of 5, or 8 and more of 10, in the surveys before which it was the last reply used. Times are the middle of all.'
        )}
        {all !== undefined && all.sent > all.looked
          ? ` ${t('Figures are of the last {looked, number} times.', { looked: all.looked })}`
          : null}
      </p>
    </>
  )
}

function OutcomeLine({ row, used }: { readonly row: ReplyOutcomeRow; readonly used: boolean }) {
  const { edited, answered, waited, reopened, content } = row
  return (
    <tr data-all={row.id === 'all' || undefined}>
      <th scope="row">
        {row.id === 'all'
          ? t('All versions')
          : row.number === null
            ? t('An earlier version')
            : t('Version {number, number}', { number: row.number })}
        {used ? <span className={classes.used}> {t('in use')}</span> : null}
      </th>
      <td data-number>
        {formatCount(row.sent)}
        <span className={classes.more}>
          <RelativeTime at={row.lastAt} />
        </span>
      </td>
      <Figure
        text={partText(edited)}
        more={
          edited.share === null
            ? null
            : t('{percent, number} % of the words', { percent: Math.max(1, Math.round(edited.share * 100)) })
        }
      />
      <Figure
        text={partText(answered)}
        more={answered.medianMs === null ? null : t('after {time}', { time: formatWait(answered.medianMs) })}
      />
      <Figure text={waited.medianMs === null ? null : formatWait(waited.medianMs)} more={null} />
      <Figure text={partText(reopened)} more={null} />
      <Figure
        text={partText(content)}
        more={
          content.average === null ? null : t('{average, number, ::.0} of 5 on average', { average: content.average })
        }
      />
    </tr>
  )
}

function Figure({ text, more }: { readonly text: string | null; readonly more: string | null }) {
  return (
    <td data-number>
      {text ?? (
        <>
          <span aria-hidden="true" className={classes.none}>
            –
          </span>
          <span className="visually-hidden">{t('not known yet')}</span>
        </>
      )}
      {more === null ? null : <span className={classes.more}>{more}</span>}
    </td>
  )
}

/** Where agents change the same words again and again, the way to the proposals. */
function FixesLine({ reply, onClose }: { readonly reply: string; readonly onClose: () => void }) {
  const run = useRunAction()
  const fixes = useQuery('library.fixes', {}).rows.filter((fix) => fix.reply === reply)
  if (fixes.length === 0) return null
  return (
    <div className={classes.fixes} role="note">
      <span>
        {t(
          '{count, plural, one {Agents keep changing the same words of it.} other {Agents keep changing the same words of it, in # places.}}',
          { count: fixes.length }
        )}
      </span>
      <Button
        variant="default"
        rightSection={<ActionKeys action="library.fixes" />}
        onClick={() => {
          onClose()
          // The dialog gives the focus back first.
          requestAnimationFrame(() => run('library.fixes'))
        }}
      >
        {t('See what they change')}
      </Button>
    </div>
  )
}

/** How often suggestions are taken, of the whole library: they are what this is measured for, too. */
function SuggestionLine() {
  const [use] = useQuery('library.suggestionUse', {}).rows
  if (use === undefined || use.shown === 0) return null
  return (
    <p className={classes.hint}>
      {t(
        'All replies together: suggested for {shown, plural, one {# message} other {# messages}}, and {taken, plural, one {# was} other {# were}} sent out of a suggestion.',
        { shown: use.shown, taken: use.taken }
      )}
    </p>
  )
}
