import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { NoticePlan } from '../../../../../shared/domain/notice-plan.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useRow } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { NoticeForm } from './NoticeForm.tsx'

export interface NoticeDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** What this desk is told, and when. What was changed and not saved stays while the dialog is closed. */
export function NoticeDialog({ opened, onClose }: NoticeDialogProps) {
  const stored = useRow('attention.plan', {})?.plan ?? null
  const run = useCommand()
  const [kept, setKept] = useState<NoticePlan | null>(null)
  const [keptTexts, setKeptTexts] = useState<readonly string[] | null>(null)
  const forget = (): void => {
    setKept(null)
    setKeptTexts(null)
  }
  return (
    <Modal opened={opened} onClose={onClose} size={720} title={t('Notification rules')}>
      {stored === null ? null : (
        <NoticeForm
          plan={kept ?? stored}
          dayTexts={keptTexts}
          changed={keptTexts !== null || (kept !== null && JSON.stringify(kept) !== JSON.stringify(stored))}
          onChange={setKept}
          onDayTexts={setKeptTexts}
          onDiscard={forget}
          onSave={async (plan) => {
            const saved = await run('attention.save', { plan })
            if (saved) forget()
          }}
        />
      )}
    </Modal>
  )
}
