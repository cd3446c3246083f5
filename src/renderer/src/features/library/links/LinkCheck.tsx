import { Button } from '@mantine/core'
import { IconWorldCheck } from '@tabler/icons-react'
import { useRef } from 'react'
import type { LinkReportRow } from '../../../../../shared/contract/library-rows.ts'
import { useQuery } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { useNavigation } from '../../../shell/navigation-context.ts'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { JobProgress } from '../../../ui/JobProgress/JobProgress.tsx'
import { RelativeTime } from '../../../ui/RelativeTime.tsx'
import { useLandingFocus } from '../../../ui/use-landing-focus.ts'
import { endWords, knownWords } from './link-words.ts'
import classes from './LinkCheck.module.css'
import { LinkList } from './LinkList.tsx'
import { type LinkCheckControl, useLinkCheck } from './use-link-check.ts'

/** Whether the links in canned replies still lead somewhere: asked when somebody wants it. Closing it stops nothing. */
export function LinkCheck({ onClose }: { readonly onClose: () => void }) {
  const { go } = useNavigation()
  const [report] = useQuery('library.links', {}).rows
  // Once it is there, so that the focus finds the button.
  if (report === undefined) return null
  return (
    <Dialog title={t('Check links')} size={720} onClose={onClose}>
      <Report
        report={report}
        onReply={(reply) => {
          onClose()
          go({ to: 'reply', reply })
        }}
      />
    </Dialog>
  )
}

interface ReportProps {
  readonly report: LinkReportRow
  readonly onReply: (reply: string) => void
}

function Report({ report, onReply }: ReportProps) {
  const control = useLinkCheck()
  const place = useRef<HTMLDivElement>(null)
  const { job } = control
  useLandingFocus(
    place,
    () => (place.current?.querySelector<HTMLElement>('[data-autofocus]') ?? place.current)?.focus(),
    job === null ? 'still' : 'running'
  )
  return (
    <div ref={place} className={classes.root} tabIndex={-1}>
      {job === null ? (
        <Known report={report} control={control} />
      ) : (
        <JobProgress
          words={t('{count, plural, one {Asking # link…} other {Asking # links…}}', { count: report.links })}
          progress={job.progress}
          goesOn
        />
      )}
      <LinkList rows={report.rows} more={report.more} onReply={onReply} />
      {job !== null ? (
        <div className={classes.foot}>
          <Button data-autofocus variant="default" onClick={control.stop}>
            {t('Stop')}
          </Button>
        </div>
      ) : report.links === 0 ? null : (
        <div className={classes.foot}>
          <Button
            data-autofocus
            leftSection={<IconWorldCheck size={16} stroke={1.75} aria-hidden="true" />}
            onClick={control.check}
          >
            {t('{count, plural, one {Check # link} other {Check # links}}', { count: report.links })}
          </Button>
        </div>
      )}
    </div>
  )
}

function Known({ report, control }: { readonly report: LinkReportRow; readonly control: LinkCheckControl }) {
  const { links, unasked, checkedAt } = report
  const ended = control.report
  return (
    <>
      <p className={classes.about}>
        {links === 0
          ? unasked === 0
            ? t('No reply that is approved or in review has a link in it.')
            : t('No reply that is approved or in review has a link that can be asked.')
          : t(
              'This computer asks each link in replies that are approved or in review whether it still leads somewhere. Nothing of you or your customers goes along.'
            )}
      </p>
      {control.error === null ? null : (
        <p className={classes.error} role="alert">
          {control.error}
        </p>
      )}
      {ended !== null ? (
        <p className={ended.end === 'offline' ? classes.error : classes.result} role="status">
          {endWords(ended)}
        </p>
      ) : checkedAt === null || links === 0 ? null : (
        <p className={classes.result}>
          {knownWords(report)}
          <span className={classes.when}>
            {t('asked last')} <RelativeTime at={checkedAt} />
          </span>
        </p>
      )}
    </>
  )
}
