import { type ReactNode, useState } from 'react'
import type { ImportRemark, LibraryImportReport } from '../../../../../shared/domain/library/import-report.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import { columnText, remarkPlace, remarkText } from '../library-import-words.ts'
import classes from './LibraryImport.module.css'

/** More than this nobody reads here; the command line lists all. */
const MOST_SHOWN = 200

/** Everything that a dry run found out, in lists that open: what to look at first, then how it comes over. */
export function ReportLists({ report }: { readonly report: LibraryImportReport }) {
  const { flags, losses, skipped, columns, placeholders, preview } = report
  return (
    <div className={classes.lists}>
      <ReportList title={t('Look at these')} rows={flags} warns>
        {(remark) => <Remark remark={remark} />}
      </ReportList>
      <ReportList title={t('Lost on the way')} rows={losses} warns>
        {(remark) => <Remark remark={remark} />}
      </ReportList>
      <ReportList title={t('Left out')} rows={skipped} warns>
        {(remark) => <Remark remark={remark} />}
      </ReportList>
      <ReportList title={t('Columns')} rows={columns}>
        {({ column, field }) => <Mapping from={column} to={columnText(field)} />}
      </ReportList>
      <ReportList title={t('Placeholders')} rows={placeholders}>
        {({ from, to, count }) => <Mapping from={from} to={to} times={count} />}
      </ReportList>
      <ReportList title={t('The first of them')} rows={preview}>
        {(reply) => <PreviewedReply reply={reply} />}
      </ReportList>
      {report.more === 0 ? null : (
        <p className={classes.note}>
          {t('{count, plural, one {# more remark is not listed} other {# more remarks are not listed}}', {
            count: report.more
          })}
        </p>
      )}
    </div>
  )
}

interface ReportListProps<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  /** Something that one should know before. */
  readonly warns?: boolean
  readonly children: (row: Row) => ReactNode
}

function ReportList<Row>({ title, rows, warns, children }: ReportListProps<Row>) {
  const [opened, setOpened] = useState(false)
  if (rows.length === 0) return null
  return (
    <details
      className={classes.list}
      data-warns={warns === true}
      onToggle={(event) => setOpened(event.currentTarget.open)}
    >
      <summary>{t('{title} ({count, number})', { title, count: rows.length })}</summary>
      {opened ? (
        <ul>
          {rows.slice(0, MOST_SHOWN).map((row, at) => (
            <li key={at}>{children(row)}</li>
          ))}
          {rows.length > MOST_SHOWN ? (
            <li>{t('and {count, number} more', { count: rows.length - MOST_SHOWN })}</li>
          ) : null}
        </ul>
      ) : null}
    </details>
  )
}

function Remark({ remark }: { readonly remark: ImportRemark }) {
  return (
    <>
      {remark.reply === null ? null : (
        <>
          <bdi className={classes.reply}>{plainText(remark.reply)}</bdi>{' '}
        </>
      )}
      <bdi className={classes.place}>{remarkPlace(remark)}</bdi> <span dir="auto">{remarkText(remark)}</span>
    </>
  )
}

function Mapping({ from, to, times }: { readonly from: string; readonly to: string; readonly times?: number }) {
  return (
    <>
      <bdi>{plainText(from)}</bdi> <span aria-hidden="true">→</span>
      <span className="visually-hidden"> {t('becomes')}</span> <bdi>{plainText(to)}</bdi>
      {times === undefined || times === 1 ? null : (
        <span className={classes.place}> {t('{count, number} times', { count: times })}</span>
      )}
    </>
  )
}

function PreviewedReply({ reply }: { readonly reply: LibraryImportReport['preview'][number] }) {
  const { title, shortcut, folder, body, uses } = reply
  return (
    <>
      <bdi className={classes.reply}>{plainText(title)}</bdi>
      {shortcut === null ? null : <bdi className={classes.place}> /{plainText(shortcut)}</bdi>}
      {folder.length === 0 ? null : <bdi className={classes.place}> {plainText(folder.join(' / '))}</bdi>}
      {uses === null ? null : (
        <span className={classes.place}>
          {' '}
          {t('{count, plural, one {used once} other {used # times}}', { count: uses })}
        </span>
      )}
      <p className={classes.body} dir="auto">
        {body}
      </p>
    </>
  )
}
