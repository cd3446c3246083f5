import { TextInput } from '@mantine/core'
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { MAX_REPLY_TITLE } from '../../../../../../shared/domain/library/canned-reply.ts'
import { t } from '../../../../i18n/t.ts'
import { useAction } from '../../../../keyboard/KeyboardProvider.tsx'
import { FindingNotes } from '../../findings/FindingNotes.tsx'
import { waitingStage } from '../../library-words.ts'
import { useFilling } from '../../use-filling.ts'
import { Details } from '../Details/Details.tsx'
import { LivePreview, usePreviewCustomer } from '../Preview/LivePreview.tsx'
import { formOf, type ReplyForm, sameForm } from '../reply-form.ts'
import { TextEditor } from '../TextEditor/TextEditor.tsx'
import { isNew } from '../unsaved.ts'
import { useProblems } from '../use-problems.ts'
import { useReplyFile } from '../use-reply-file.ts'
import { ConflictPanel } from './ConflictPanel.tsx'
import { EditorFoot } from './EditorFoot.tsx'
import { EditorHead } from './EditorHead.tsx'
import type { ReplyPaneProps } from './ReplyPane.tsx'
import classes from './ReplyPane.module.css'
import { useSaveReply } from './use-save-reply.ts'

export interface ReplyEditorProps extends Pick<
  ReplyPaneProps,
  'landing' | 'onForm' | 'onDiscard' | 'onSaved' | 'onLanded' | 'onBack'
> {
  readonly reply: string
  /** Null for a reply that was never saved. */
  readonly row: CannedReplyDetailRow | null
  readonly form: ReplyForm
  /** Whether it is written and not saved. */
  readonly dirty: boolean
}

/** A reply as it is being written: text, what surrounds it, and what a customer would read. */
export function ReplyEditor(props: ReplyEditorProps): ReactNode {
  const { reply, row, form, dirty, landing, onForm, onDiscard, onSaved, onLanded, onBack } = props
  const title = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const [language, setLanguage] = useState<string | null>(null)
  const customer = usePreviewCustomer()
  const filling = useFilling(customer.chosen)
  const problems = useProblems(form, filling.fragments)
  const { save, problem } = useSaveReply({ reply, row, form, dirty, onForm, onSaved })
  const conflict = row !== null && dirty && form.base !== row.newest.id

  function change(next: ReplyForm): void {
    // What was put back as it was is not unsaved any more.
    const clean = row !== null && next.base === row.newest.id && sameForm(withPlaceOf(formOf(row), next), formOf(row))
    onForm(reply, clean ? null : next)
  }

  const file = useReplyFile(form, change)

  useLayoutEffect(() => {
    if (landing?.reply !== reply) return
    focusOn(landing.field === 'title' ? title.current : body.current)
    onLanded()
    // What is wanted is done once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [landing])

  useAction('library.save', () => void save('nothing'))
  useAction('library.saveAndSubmit', () => void save('submit'))
  useAction('library.saveAndApprove', () => void save('approve'))

  return (
    <section
      className={classes.root}
      aria-label={t('Canned reply')}
      data-drop={form.kind === 'fragment' ? undefined : 'canned'}
    >
      <EditorHead reply={reply} row={row} form={form} dirty={dirty} onForm={onForm} onBack={onBack} />
      {row === null || dirty ? null : <FindingNotes row={row} />}
      <div className={classes.scroll}>
        {conflict ? <ConflictPanel row={row} form={form} onForm={(next) => onForm(reply, next)} /> : null}
        <TextInput
          ref={title}
          className={classes.title}
          variant="unstyled"
          aria-label={t('Title')}
          placeholder={form.kind === 'fragment' ? t('Title of the fragment') : t('Title of the reply')}
          maxLength={MAX_REPLY_TITLE}
          dir="auto"
          value={form.title}
          onChange={(event) => change({ ...form, title: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            body.current?.focus()
          }}
        />
        <TextEditor
          form={form}
          field={body}
          filling={filling}
          problems={problems}
          file={form.kind === 'fragment' ? null : file}
          language={language}
          onLanguage={setLanguage}
          onForm={change}
        />
        <LivePreview form={form} language={language} filling={filling} customer={customer} />
        <Details row={row} form={form} onForm={change} />
      </div>
      <EditorFoot
        dirty={dirty}
        problem={problem}
        broken={problems.length > 0}
        waiting={row === null || waitingStage(row) !== null}
        onSave={(then) => void save(then)}
        onDiscard={() => {
          onDiscard(reply)
          if (isNew(reply)) onBack()
        }}
      />
    </section>
  )
}

/** Where a reply stands is no part of what is saved with its text. */
function withPlaceOf({ kind, folder, tags, scope, team }: ReplyForm, form: ReplyForm): ReplyForm {
  return { ...form, kind, folder, tags, scope, team }
}

function focusOn(field: HTMLInputElement | HTMLTextAreaElement | null): void {
  field?.focus()
  const end = field?.value.length ?? 0
  field?.setSelectionRange(end, end)
}
