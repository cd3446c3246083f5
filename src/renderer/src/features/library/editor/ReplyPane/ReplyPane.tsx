import { IconBooks } from '@tabler/icons-react'
import { t } from '../../../../i18n/t.ts'
import { useQuery } from '../../../../core/use-query.ts'
import { EmptyState } from '../../../../ui/EmptyState/EmptyState.tsx'
import { formOf, type ReplyForm } from '../reply-form.ts'
import { isNew } from '../unsaved.ts'
import { ReplyEditor } from './ReplyEditor.tsx'
import classes from './ReplyPane.module.css'

/** A field of the editor that is to have the focus. */
export interface Landing {
  readonly reply: string
  readonly field: 'title' | 'body'
}

export interface ReplyPaneProps {
  /** Id of the reply that is open; null: none is. */
  readonly reply: string | null
  /** What was written there and is not saved. */
  readonly form: ReplyForm | undefined
  readonly landing: Landing | null
  readonly onForm: (reply: string, form: ReplyForm | null) => void
  /** What is written there and not saved goes. */
  readonly onDiscard: (reply: string) => void
  /** It is saved for the first time, and has this id from now on. */
  readonly onSaved: (reply: string) => void
  readonly onLanded: () => void
  readonly onBack: () => void
}

/** The reply that is open, to be read and changed. To be keyed by it. */
export function ReplyPane({ reply, ...props }: ReplyPaneProps) {
  if (reply === null)
    return (
      <section className={classes.root} aria-label={t('Canned reply')} data-empty="true">
        <EmptyState icon={<IconBooks size={32} stroke={1.5} />} title={t('No reply is open')}>
          {t('Choose one in the list, or begin a new one.')}
        </EmptyState>
      </section>
    )
  return isNew(reply) ? <BegunReply reply={reply} {...props} /> : <KeptReply reply={reply} {...props} />
}

type OpenProps = Omit<ReplyPaneProps, 'reply'> & { readonly reply: string }

function BegunReply(props: OpenProps) {
  const { form } = props
  return form === undefined ? null : <ReplyEditor {...props} row={null} form={form} dirty />
}

function KeptReply(props: OpenProps) {
  const { reply, form } = props
  const { rows, status } = useQuery('library.reply', { reply })
  const [row] = rows
  if (row !== undefined)
    return <ReplyEditor {...props} row={row} form={form ?? formOf(row)} dirty={form !== undefined} />
  return (
    <section className={classes.root} aria-label={t('Canned reply')} data-empty="true">
      {status === 'loading' ? null : (
        <EmptyState icon={<IconBooks size={32} stroke={1.5} />} title={t('This canned reply is not there any more')} />
      )}
    </section>
  )
}
