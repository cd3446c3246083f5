import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { startingPlan } from '../../../../../shared/domain/sla.ts'
import { ownTimeZone } from '../../../../../shared/domain/time-zone.ts'
import { useCommand } from '../../../core/use-command.ts'
import { useRow } from '../../../core/use-query.ts'
import { t } from '../../../i18n/t.ts'
import { draftOf, isChanged, type PlanDraft } from '../plan-draft.ts'
import { BreachList } from './BreachList.tsx'
import classes from './SlaDialog.module.css'
import { SlaForm } from './SlaForm.tsx'

export interface SlaDialogProps {
  readonly opened: boolean
  readonly onClose: () => void
}

/** What is promised to customers. What was changed and not saved stays while the dialog is closed. */
export function SlaDialog({ opened, onClose }: SlaDialogProps) {
  const row = useRow('sla.plan', {})
  const run = useCommand()
  const [kept, setKept] = useState<PlanDraft | null>(null)
  const draft = kept ?? (row === null ? null : draftOf(row.id, row.plan))
  const changed = row !== null && kept !== null && isChanged(kept, row.plan)

  return (
    <Modal opened={opened} onClose={onClose} size={760} title={t('Answer times')}>
      {draft === null ? (
        <SlaStart
          onStart={() =>
            void run('sla.save', { base: null, plan: startingPlan(ownTimeZone(), uuidv7(), t('Everybody')) })
          }
        />
      ) : (
        <>
          <SlaForm
            draft={draft}
            changed={changed}
            onChange={setKept}
            onDiscard={() => setKept(null)}
            onSave={async (plan) => {
              const saved = await run('sla.save', { base: draft.base, plan })
              if (saved) setKept(null)
            }}
          />
          <BreachList onOpened={onClose} />
        </>
      )}
    </Modal>
  )
}

function SlaStart({ onStart }: { readonly onStart: () => void }) {
  return (
    <div className={classes.start}>
      <p>
        {t(
          'Promise your customers an answer in time. Each conversation then counts down, and “At risk” shows what breaks first.'
        )}
      </p>
      <p className={classes.hint}>
        {t(
          'To begin with: the first answer within 1 h, later ones within 4 h, Monday to Friday from 9:00 to 18:00 ({zone}). All of it can be changed.',
          { zone: ownTimeZone() }
        )}
      </p>
      <Button data-autofocus onClick={onStart}>
        {t('Start with these times')}
      </Button>
    </div>
  )
}
