import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { t } from '../../../../i18n/t.ts'
import { useQuery } from '../../../../core/use-query.ts'
import { plainText } from '../../../../ui/plain-text.ts'
import { fillBody, type Filling, questionLabels, questionsIn } from '../../fill.ts'
import { FilledText } from '../../FilledText/FilledText.tsx'
import { ReplyFile } from '../../ReplyFile/ReplyFile.tsx'
import { bodyIn, type ReplyForm } from '../reply-form.ts'
import classes from './LivePreview.module.css'

/** So many customers can be looked at. */
const MOST = 12

export interface PreviewCustomer {
  /** Key of the conversation; null: for nobody in particular. */
  readonly chosen: string | null
  readonly offered: readonly { readonly id: string; readonly title: string }[]
  readonly choose: (conversation: string | null) => void
}

/** For which of the newest customers a reply is filled in. */
export function usePreviewCustomer(): PreviewCustomer {
  const { rows } = useQuery('inbox.list', { queue: 'all', account: null, limit: MOST })
  const [wanted, choose] = useState<string | null | undefined>(undefined)
  const offered = rows.filter((row) => !row.group)
  const known = wanted === null || offered.some(({ id }) => id === wanted)
  return { chosen: wanted !== undefined && known ? wanted : (offered[0]?.id ?? null), offered, choose }
}

export interface LivePreviewProps {
  readonly form: ReplyForm
  /** Null: the main text. */
  readonly language: string | null
  readonly filling: Filling
  readonly customer: PreviewCustomer
}

/** What a real customer would read, as it is being written. */
export function LivePreview({ form, language, filling, customer }: LivePreviewProps) {
  const body = bodyIn(form, language)
  const spoken = language ?? (form.language === '' ? null : form.language)
  const { segments } = fillBody(body, spoken, filling)
  const questions = questionLabels(questionsIn(body, spoken, filling))
  return (
    <section className={classes.root} aria-label={t('Preview')}>
      <div className={classes.head}>
        <h4 className={classes.title}>{t('Preview')}</h4>
        <NativeSelect
          size="xs"
          className={classes.customer}
          aria-label={t('For which customer')}
          data={[
            ...customer.offered.map(({ id, title }) => ({ value: id, label: plainText(title) })),
            { value: '', label: t('Somebody unknown') }
          ]}
          value={customer.chosen ?? ''}
          onChange={(event) => customer.choose(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        />
      </div>
      <div className={classes.bubble}>
        {body.trim() === '' ? (
          <p className={classes.nothing}>{t('What the customer reads appears here.')}</p>
        ) : (
          <FilledText segments={segments} language={spoken} questions={questions} />
        )}
        {form.attachment === null ? null : <ReplyFile attachment={form.attachment} large />}
      </div>
    </section>
  )
}
