import { Button, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import {
  type DateFormat,
  dateFormats,
  type PoolField,
  type RedemptionField
} from '../../../../../shared/domain/promo/import-report.ts'
import { type Message, msg } from '../../../../../shared/i18n/message.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { JobProgress } from '../../../ui/JobProgress/JobProgress.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import classes from './PromoImport.module.css'
import { type AnyReport, PromoReport } from './PromoReport.tsx'

/** Codes for a campaign; null: what shops tell was redeemed. */
export interface ImportWish {
  readonly campaign: string | null
}

type Columns = readonly (PoolField | RedemptionField | null)[] | null

type Stage =
  | { readonly at: 'choose'; readonly error: string | null }
  | { readonly at: 'running'; readonly dryRun: boolean }
  | { readonly at: 'report' | 'done'; readonly report: AnyReport; readonly error: string | null }

const dateWords: Readonly<Record<DateFormat, Message>> = {
  iso: msg('2026-12-31'),
  dmy: msg('31/12/2026, the day first'),
  mdy: msg('12/31/2026, the month first'),
  unix: msg('1798675200, seconds')
}

/** Takes codes, or redemptions, from a file: look into it, say what is what, bring it in. Closing it stops nothing. */
export function PromoImport({ wish, onClose }: { readonly wish: ImportWish; readonly onClose: () => void }) {
  const title = wish.campaign === null ? t('Import redemptions') : t('Import codes')
  return (
    <Dialog title={title} size={680} onClose={onClose}>
      <Steps wish={wish} onClose={onClose} />
    </Dialog>
  )
}

function Steps({ wish, onClose }: { readonly wish: ImportWish; readonly onClose: () => void }) {
  const { client } = useCore()
  const [stage, setStage] = useState<Stage>({ at: 'choose', error: null })
  const [path, setPath] = useState('')
  const [dates, setDates] = useState<DateFormat | null>(null)
  const [columns, setColumns] = useState<Columns>(null)
  const [asOf, setAsOf] = useState(() => localNow())
  const place = useRef<HTMLDivElement>(null)
  useLandingFocus(
    place,
    () => (place.current?.querySelector<HTMLElement>('[data-autofocus]') ?? place.current)?.focus(),
    stage.at
  )

  async function run(dryRun: boolean, how: { dates: DateFormat | null; columns: Columns }): Promise<void> {
    const before = stage
    setStage({ at: 'running', dryRun })
    const given = { path: path.trim(), dates: how.dates, dryRun }
    try {
      const report: AnyReport =
        wish.campaign === null
          ? {
              kind: 'redemptions',
              ...(await client.run('promos.importRedemptions', {
                ...given,
                asOf: new Date(asOf).getTime(),
                columns: how.columns as RedemptionField[] | null
              }))
            }
          : {
              kind: 'codes',
              ...(await client.run('promos.import', {
                ...given,
                campaign: wish.campaign,
                columns: how.columns as PoolField[] | null
              }))
            }
      setStage({ at: dryRun ? 'report' : 'done', report, error: null })
    } catch (error) {
      const words = errorWords(error)
      setStage(before.at === 'report' ? { ...before, error: words } : { at: 'choose', error: words })
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    void run(true, { dates, columns: null })
  }

  return (
    <div ref={place} className={classes.steps} tabIndex={-1}>
      {stage.at === 'choose' ? (
        <form onSubmit={submit}>
          <p className={classes.text}>
            {wish.campaign === null
              ? t(
                  'A table of orders or codes as your shop exports it. Codes in it count as redeemed, as of when it was exported.'
                )
              : t(
                  'A list with a code in each line, a table (CSV), or what Shopify or Stripe export. First it only says what would come.'
                )}
          </p>
          <TextInput
            label={t('Path of the file on this machine')}
            data-autofocus
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={path}
            error={stage.error}
            onChange={(event) => setPath(event.currentTarget.value)}
          />
          {wish.campaign === null ? (
            <TextInput
              mt="sm"
              type="datetime-local"
              label={t('Exported on')}
              value={asOf}
              onChange={(event) => setAsOf(event.currentTarget.value)}
            />
          ) : null}
          <div className={classes.actions}>
            <Button type="submit" disabled={path.trim() === '' || asOf === ''}>
              {t('Look into it')}
            </Button>
          </div>
        </form>
      ) : stage.at === 'running' ? (
        <Running dryRun={stage.dryRun} />
      ) : (
        <>
          <PromoReport
            report={stage.report}
            done={stage.at === 'done'}
            onColumns={(next) => {
              setColumns(next)
              void run(true, { dates, columns: next })
            }}
          />
          {stage.report.askDates === null && dates === null ? null : (
            <NativeSelect
              mt="sm"
              label={t('How are dates written?')}
              description={
                stage.report.askDates === null
                  ? undefined
                  : t('Like {date}: nobody can tell the day from the month.', { date: stage.report.askDates })
              }
              data={[
                { value: '', label: t('Choose…') },
                ...dateFormats.map((value) => ({ value, label: t(dateWords[value]) }))
              ]}
              value={dates ?? ''}
              onChange={(event) => {
                const next = dateFormats.find((one) => one === event.currentTarget.value) ?? null
                setDates(next)
                void run(true, { dates: next, columns })
              }}
            />
          )}
          {stage.error === null ? null : (
            <p className={classes.error} role="alert">
              {stage.error}
            </p>
          )}
          <div className={classes.actions}>
            {stage.at === 'done' ? (
              <Button data-autofocus onClick={onClose}>
                {t('Close')}
              </Button>
            ) : (
              <>
                <Button variant="default" onClick={() => setStage({ at: 'choose', error: null })}>
                  {t('Another file')}
                </Button>
                <Button
                  data-autofocus
                  disabled={stage.report.askDates !== null || bringsNothing(stage.report)}
                  onClick={() => void run(false, { dates, columns })}
                >
                  {t('Import')}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </div>
  )
}

function Running({ dryRun }: { readonly dryRun: boolean }) {
  const job = useQuery('jobs.list', {}).rows.find((row) => row.kind === 'promo-import' && row.state === 'running')
  return (
    <JobProgress
      words={dryRun ? t('Looking into it…') : t('Importing…')}
      progress={job?.progress ?? null}
      goesOn={!dryRun}
    />
  )
}

function bringsNothing(report: AnyReport): boolean {
  return report.kind === 'codes' ? report.codes === 0 : report.redeemed + report.known === 0
}

/** Now, as a field for a moment wants it. */
function localNow(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
