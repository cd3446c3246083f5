import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PromoCampaignRow } from '../../../../../shared/contract/promo-rows.ts'
import { useCore } from '../../../core/core-context.ts'
import { errorWords } from '../../../core/error-words.ts'
import { t } from '../../../i18n/t.ts'
import { useUndoNotice } from '../../../shell/UndoNotice/use-undo-notice.tsx'
import { Dialog } from '../../../ui/Dialog/Dialog.tsx'
import { plainText } from '../../../ui/plain-text.ts'
import { type CampaignForm, contentOf, formOf } from './campaign-form.ts'
import classes from './CampaignDialog.module.css'
import { CodeFields } from './CodeFields.tsx'
import { GivesFields } from './GivesFields.tsx'
import { RuleFields } from './RuleFields.tsx'
import { TimeFields } from './TimeFields.tsx'

/** A part of the form changes it. */
export interface FormPart {
  readonly form: CampaignForm
  readonly onChange: (change: Partial<CampaignForm>) => void
}

export interface CampaignDialogProps {
  /** Null: a new one. */
  readonly row: PromoCampaignRow | null
  readonly onSaved: (campaign: string) => void
  readonly onClose: () => void
}

/** A campaign: what it gives, when, to whom, and what is written for it. */
export function CampaignDialog({ row, onSaved, onClose }: CampaignDialogProps) {
  const { client } = useCore()
  const tell = useUndoNotice()
  const [form, setForm] = useState(() => formOf(row?.content ?? null))
  const [base] = useState(row?.updatedAt ?? null)
  const [error, setError] = useState<string | null>(null)
  const onChange = (change: Partial<CampaignForm>): void => {
    setForm((before) => ({ ...before, ...change }))
    setError(null)
  }

  async function save(): Promise<void> {
    try {
      const given = { campaign: row?.id ?? null, base, content: contentOf(form) }
      const { campaign } = await client.run('promos.save', given)
      tell(t('Saved {name}', { name: plainText(form.name) }))
      onSaved(campaign)
      onClose()
    } catch (problem) {
      setError(errorWords(problem))
    }
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    void save()
  }

  return (
    <Dialog
      title={row === null ? t('New campaign') : t('Edit {name}', { name: plainText(row.content.name) })}
      size={720}
      yOffset="4vh"
      onClose={onClose}
      onKey={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return false
        void save()
        return true
      }}
    >
      <form className={classes.form} onSubmit={submit}>
        <TextInput
          label={t('Name')}
          description={t('Canned replies call it by this name.')}
          data-autofocus
          dir="auto"
          maxLength={60}
          value={form.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <GivesFields form={form} onChange={onChange} />
        <CodeFields form={form} onChange={onChange} />
        <TimeFields form={form} onChange={onChange} />
        <RuleFields form={form} onChange={onChange} />
        <div className={classes.foot}>
          {error === null ? null : (
            <p className={classes.error} role="alert">
              {error}
            </p>
          )}
          <Button variant="default" onClick={onClose}>
            {t('Cancel')}
          </Button>
          <Button type="submit" disabled={form.name.trim() === ''}>
            {t('Save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
