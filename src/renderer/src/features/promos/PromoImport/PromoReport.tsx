import { NativeSelect } from '@mantine/core'
import {
  type PoolField,
  poolFields,
  type PromoImportReport,
  type RedemptionField,
  redemptionFields,
  type RedemptionReport
} from '../../../../../shared/domain/promo/import-report.ts'
import { poolRemarkSentence } from '../../../../../shared/domain/promo/import-words.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { translator } from '../../../i18n/language.ts'
import { t } from '../../../i18n/t.ts'
import { plainText } from '../../../ui/plain-text.ts'
import classes from './PromoImport.module.css'

export type AnyReport =
  ({ readonly kind: 'codes' } & PromoImportReport) | ({ readonly kind: 'redemptions' } & RedemptionReport)

type Field = PoolField | RedemptionField

export interface PromoReportProps {
  readonly report: AnyReport
  /** Whether it is in, or would come. */
  readonly done: boolean
  /** Somebody says which column is which. */
  readonly onColumns: (columns: readonly (Field | null)[]) => void
}

const MOST_SHOWN = 200

const fieldWords: Readonly<Record<Field, Message>> = {
  code: msg('Code'),
  expires_at: msg('Its end'),
  value: msg('Value'),
  currency: msg('Currency'),
  min_spend: msg('Minimum spend'),
  locale: msg('Language'),
  note: msg('Note'),
  uses: msg('How often it was used'),
  active: msg('Whether it is active'),
  redeemed_at: msg('When it was redeemed'),
  times: msg('How often it was used')
}

/** What a file brings, which column is which, and every line that is left out. */
export function PromoReport({ report, done, onColumns }: PromoReportProps) {
  const { columns, skipped } = report
  const fields: readonly Field[] = report.kind === 'codes' ? poolFields : redemptionFields
  return (
    <>
      <p className={classes.headline} role="status">
        {report.kind === 'codes' ? codesText(report, done) : redemptionsText(report, done)}
      </p>
      {report.kind === 'codes' && report.seen > 0 ? (
        <p className={classes.text}>
          {t(
            '{count, plural, one {# of them was found in a message that its customer has, and is not given again.} other {# of them were found in messages that customers have, and are not given again.}}',
            { count: report.seen }
          )}
        </p>
      ) : null}
      {report.kind === 'redemptions' && report.neverGiven > 0 ? (
        <p className={classes.warning}>
          {t(
            '{count, plural, one {# redeemed code was never given here: somebody else may have this pool.} other {# redeemed codes were never given here: somebody else may have this pool.}}',
            { count: report.neverGiven }
          )}
        </p>
      ) : null}
      {done || columns.length < 2 ? null : (
        <div className={classes.columns} role="group" aria-label={t('Columns')}>
          {columns.map(({ name, field, sample }, at) => (
            <NativeSelect
              key={at}
              size="xs"
              label={plainText(name)}
              description={sample === '' ? undefined : plainText(sample)}
              data={[
                { value: '', label: t('Leave out') },
                ...fields.map((value) => ({ value, label: t(fieldWords[value]) }))
              ]}
              value={field ?? ''}
              onChange={(event) => {
                const chosen = fields.find((one) => one === event.currentTarget.value) ?? null
                onColumns(
                  columns.map((one, index) => (index === at ? chosen : one.field === chosen ? null : one.field))
                )
              }}
            />
          ))}
        </div>
      )}
      {skipped.length === 0 ? null : (
        <details className={classes.skipped} open={skipped.length < 20}>
          <summary>{t('Left out ({count, number})', { count: leftOut(report) })}</summary>
          <ul>
            {skipped.slice(0, MOST_SHOWN).map((remark) => {
              const { pattern, values } = poolRemarkSentence(remark)
              return (
                <li key={`${remark.line} ${remark.why}`}>
                  <span className={classes.place}>{t('Line {line, number}:', { line: remark.line })}</span>{' '}
                  <span dir="auto">{translator().sentence(pattern, values)}</span>
                </li>
              )
            })}
            {leftOut(report) > Math.min(skipped.length, MOST_SHOWN) ? (
              <li>
                {t('and {count, number} more', { count: leftOut(report) - Math.min(skipped.length, MOST_SHOWN) })}
              </li>
            ) : null}
          </ul>
        </details>
      )}
    </>
  )
}

function leftOut(report: AnyReport): number {
  if (report.kind === 'redemptions') return report.skipped.length
  return Object.values(report.counts).reduce((sum, count) => sum + count, 0)
}

function codesText({ codes }: PromoImportReport, done: boolean): string {
  return done
    ? t('{count, plural, one {# code came in.} other {# codes came in.}}', { count: codes })
    : t('{count, plural, one {# code would come in.} other {# codes would come in.}}', { count: codes })
}

function redemptionsText({ redeemed, known, strangers }: RedemptionReport, done: boolean): string {
  const first = done
    ? t('{count, plural, one {# code is redeemed.} other {# codes are redeemed.}}', { count: redeemed })
    : t('{count, plural, one {# code would be redeemed.} other {# codes would be redeemed.}}', { count: redeemed })
  return [
    first,
    ...(known === 0 ? [] : [t('{count, number} were known before.', { count: known })]),
    ...(strangers === 0 ? [] : [t('{count, number} are of no campaign here.', { count: strangers })])
  ].join(' ')
}
