import { useLayoutEffect, useRef, useState } from 'react'
import type { CannedReplyDetailRow } from '../../../../../../shared/contract/library-rows.ts'
import { stored, t } from '../../../../i18n/t.ts'
import { useCommand } from '../../../../core/use-command.ts'
import { useUndoNotice } from '../../../../shell/UndoNotice/use-undo-notice.tsx'
import { plainText } from '../../../../ui/plain-text.ts'
import { checkForm, type ReplyForm, sameForm } from '../reply-form.ts'

/** What follows a save. */
export type AfterSave = 'nothing' | 'submit' | 'approve'

export interface SaveParts {
  readonly reply: string
  /** Null for a reply that was never saved. */
  readonly row: CannedReplyDetailRow | null
  readonly form: ReplyForm
  readonly dirty: boolean
  readonly onForm: (reply: string, form: ReplyForm | null) => void
  readonly onSaved: (reply: string) => void
}

export interface SaveControl {
  readonly save: (then: AfterSave) => Promise<void>
  /** What keeps it from being saved, once somebody tried; null when nothing does. */
  readonly problem: string | null
}

/** Saves what is written, and hands it on to review when that is wanted. */
export function useSaveReply({ reply, row, form, dirty, onForm, onSaved }: SaveParts): SaveControl {
  const run = useCommand()
  const tell = useUndoNotice()
  const [tried, setTried] = useState<ReplyForm | null>(null)
  /** The key pressed twice saves once. */
  const saving = useRef(false)
  const checked = checkForm(form)
  const latest = useRef(form)
  useLayoutEffect(() => {
    latest.current = form
  }, [form])

  /** @returns the id of the reply, or null when it was not saved */
  async function write(): Promise<string | null> {
    if (!dirty && row !== null) return row.id
    if (checked.problem !== null) {
      setTried(form)
      return null
    }
    const { content, placement } = checked
    const done = await run('library.save', {
      reply: row?.id ?? null,
      base: form.base,
      content,
      // Where a reply stands is changed at once and may have changed since this was begun.
      placement: row === null ? placement : placementOf(row)
    })
    if (done === null) return null
    const { reply: id, version } = done.result
    onForm(reply, null)
    // What was typed while it was being saved goes on from there.
    if (!sameForm(latest.current, form)) onForm(id, { ...latest.current, base: version })
    if (row === null) onSaved(id)
    return id
  }

  async function save(then: AfterSave): Promise<void> {
    if (saving.current) return
    saving.current = true
    const id = await write()
    saving.current = false
    if (id === null) return
    const title = plainText(form.title.trim())
    switch (then) {
      case 'submit':
        if (await run('library.submit', { replies: [id] })) tell(t('Submitted for review: {what}', { what: title }))
        return
      case 'approve':
        if (await run('library.approve', { replies: [id] })) tell(t('Approved: {what}', { what: title }))
        return
      case 'nothing':
    }
  }

  return { save, problem: tried === form && checked.problem !== null ? stored(checked.problem) : null }
}

function placementOf({ kind, folder, tags, scope, team }: CannedReplyDetailRow) {
  return { kind, folder: [...folder], tags: [...tags], scope, team }
}
